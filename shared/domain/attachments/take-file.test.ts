import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  jpegOfTelephone,
  pdfOfLength,
  plainJpeg,
  plainPng,
  plainWebp,
  pngOfSize,
  pngWithDetails,
  SECRETS,
  webpWithDetails,
} from '../../../tests/factories/photos.ts';
import { LARGEST_ATTACHMENT_BYTES, LONGEST_FILE_NAME } from './attachment.ts';
import { cleanFileName } from './file-name.ts';
import { ENDINGS, MEDIA_TYPES, sniffMediaType } from './media-type.ts';
import { stripPhotoDetails } from './photo-details.ts';
import { photoSize } from './photo-size.ts';
import { takeFile } from './take-file.ts';

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const saysNothing = (bytes: Uint8Array): void => {
  const words = new TextDecoder('latin1').decode(bytes);
  for (const secret of SECRETS) expect(words).not.toContain(secret);
};

describe('the type of a file', () => {
  it('is told by what is in it', () => {
    expect(sniffMediaType(plainJpeg())).toBe('image/jpeg');
    expect(sniffMediaType(plainPng())).toBe('image/png');
    expect(sniffMediaType(plainWebp())).toBe('image/webp');
    expect(sniffMediaType(pdfOfLength(40))).toBe('application/pdf');
    expect(sniffMediaType(text('Beste, de lamp is stuk. Één keer.\r\n'))).toBe('text/plain');
  });

  it('is text for exactly what decodes as UTF-8 without control characters', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 6 }),
      fc.string({ unit: 'binary', minLength: 1 }).map(text),
      fc
        .constantFrom(0xe0, 0xed, 0xf0, 0xf4, 0xc1)
        .chain((first) =>
          fc
            .uint8Array({ min: 0x78, max: 0xc8, minLength: 1, maxLength: 3 })
            .map((rest) => Uint8Array.of(first, ...rest)),
        ),
    );
    fc.assert(
      fc.property(bytes, (given) => {
        expect(sniffMediaType(given) === 'text/plain').toBe(decodesAsText(given));
      }),
      { numRuns: 3_000 },
    );
  });

  it('is none for programs, archives and what only looks like a text', () => {
    expect(sniffMediaType(text('MZ\u0000\u0003'))).toBeUndefined();
    expect(sniffMediaType(text('PK\u0003\u0004'))).toBeUndefined();
    expect(sniffMediaType(Uint8Array.of(0x61, 0xff))).toBeUndefined();
    expect(sniffMediaType(new Uint8Array())).toBeUndefined();
  });
});

describe('the name of a file', () => {
  it.each([
    ["C:\\foto's\\IMG_1.JPG", 'IMG_1.jpg'],
    ['../../etc/passwd', 'passwd.jpg'],
    ['invoice\u202egpj.exe', 'invoice gpj.exe.jpg'],
    ['  .hidden.  ', 'hidden.jpg'],
    ['a<b>:"c|d?*.jpeg', 'a b c d.jpeg'],
    ['CON.jpg', '_CON.jpg'],
    ['', 'file.jpg'],
  ])('%j becomes %j', (given, expected) => {
    expect(cleanFileName(given, 'image/jpeg')).toBe(expected);
  });

  it('is safe, short, says what is in the file, and stays the same when cleaned again', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('.', ' ', '/', '\\', '\u202e', 'con', 'aux', '.jpg', '.pdf', 'x'.repeat(130)),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom(...MEDIA_TYPES), (pieces, mediaType) => {
        const name = cleanFileName(pieces.join(''), mediaType);
        expect(name.length).toBeLessThanOrEqual(LONGEST_FILE_NAME);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}]|^[. ]|[. ]$/u);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        expect(ENDINGS[mediaType]).toContain(name.slice(name.lastIndexOf('.') + 1));
        expect(cleanFileName(name, mediaType)).toBe(name);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the details of a photo', () => {
  it('are taken out of a JPEG, and only how it is to be turned stays', () => {
    for (const orientation of [1, 3, 6, 8]) {
      const { bytes, details } = stripPhotoDetails(jpegOfTelephone(orientation), 'image/jpeg');
      expect(details).toBe('place-removed');
      saysNothing(bytes);
      expect(photoSize(bytes, 'image/jpeg')).toEqual({ width: 16, height: 12 });
      expect(orientationByTag(bytes)).toBe(orientation === 1 ? undefined : orientation);
      expect(new TextDecoder('latin1').decode(bytes)).toContain('ICC_PROFILE');
      expect(stripPhotoDetails(bytes, 'image/jpeg').bytes).toEqual(bytes);
    }
  });

  it('are taken out of PNG and WebP', () => {
    for (const [photo, type, plain] of [
      [pngWithDetails(), 'image/png', plainPng()],
      [webpWithDetails(), 'image/webp', plainWebp()],
    ] as const) {
      const { bytes, details } = stripPhotoDetails(photo, type);
      expect(details).toBe('place-removed');
      expect(bytes).toEqual(plain);
    }
  });

  it('leave a photo without any as it is', () => {
    const plain = plainPng();
    expect(stripPhotoDetails(plain, 'image/png')).toEqual({ bytes: plain, details: 'none' });
    const jpeg = plainJpeg();
    expect(stripPhotoDetails(jpeg, 'image/jpeg')).toEqual({ bytes: jpeg, details: 'none' });
  });

  it('end every broken photo by an answer, never by anything else', () => {
    const photos = [jpegOfTelephone(), pngWithDetails(), webpWithDetails()] as const;
    const place = fc.record({ at: fc.nat(3_000), value: fc.nat(255) });
    fc.assert(
      fc.property(
        fc.constantFrom(...photos),
        fc.array(place, { maxLength: 6 }),
        fc.nat(4_000),
        (photo, changes, length) => {
          const broken = Uint8Array.from(photo.subarray(0, Math.max(12, length)));
          for (const { at, value } of changes) broken[at % broken.length] = value;
          const taken = takeFile({ name: 'x', bytes: broken }, false);
          expect('refused' in taken || taken.bytes.length > 0).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('taking a file', () => {
  const taken = (name: string, bytes: Uint8Array, keep = false) => takeFile({ name, bytes }, keep);

  it('names what was found in a photo, and keeps it when asked to', () => {
    expect(taken('a.jpg', jpegOfTelephone())).toMatchObject({ details: 'place-removed' });
    const kept = taken('a.jpg', jpegOfTelephone(), true);
    expect(kept).toMatchObject({ details: 'kept', bytes: jpegOfTelephone() });
    expect(taken('a.jpg', plainJpeg(), true)).toMatchObject({ details: 'none' });
  });

  it('refuses what is empty, too large, damaged, not of a type, or of too many pixels', () => {
    expect(taken('a.jpg', new Uint8Array())).toEqual({ refused: 'empty' });
    const large = pdfOfLength(LARGEST_ATTACHMENT_BYTES + 1);
    expect(taken('a.pdf', large)).toEqual({ refused: 'too-large' });
    expect(taken('a.jpg', text('MZ\u0000'))).toEqual({ refused: 'type' });
    expect(taken('a.jpg', jpegOfTelephone().subarray(0, 500))).toEqual({ refused: 'damaged' });
    expect(taken('a.png', pngOfSize(40_000, 30_000))).toEqual({ refused: 'too-many-pixels' });
  });

  it('takes a text and a document as they are', () => {
    const bytes = text('De lamp is stuk.');
    expect(taken('lamp', bytes)).toEqual({
      name: 'lamp.txt',
      mediaType: 'text/plain',
      bytes,
      details: 'none',
    });
  });
});

function decodesAsText(bytes: Uint8Array): boolean {
  try {
    const decoded = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return !/[\u0000-\u0008\u000b\u000e-\u001f]/.test(decoded);
  } catch {
    return false;
  }
}

/** The orientation that stands in a JPEG of ours: the bytes of its only entry. */
function orientationByTag(bytes: Uint8Array): number | undefined {
  const at = new TextDecoder('latin1').decode(bytes).indexOf('\u0001\u0012\u0000\u0003');
  return at < 0 ? undefined : bytes[at + 9];
}
