/** What may hang on a contact. The page shows photos and texts; a document is saved and opened elsewhere. */
export const MEDIA_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'text/plain',
] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** The endings that a name of each type may have; the first is given to a name with another one. */
export const ENDINGS: Readonly<Record<MediaType, readonly [string, ...string[]]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'text/plain': ['txt', 'md', 'csv', 'log'],
};

export function isPhoto(mediaType: MediaType): boolean {
  return mediaType.startsWith('image/');
}

/**
 * The type of a file by what is in it; undefined for one that is not taken. Its name is not asked: anybody
 * can give a file any name. Signatures of JPEG (ITU-T T.81), PNG (ISO 15948), WebP (RFC 9649) and PDF
 * (ISO 32000); a text is whole, valid UTF-8 without control characters.
 */
export function sniffMediaType(bytes: Uint8Array): MediaType | undefined {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (asciiAt(bytes, 0, 4) === 'RIFF' && asciiAt(bytes, 8, 4) === 'WEBP') return 'image/webp';
  if (asciiAt(bytes, 0, 5) === '%PDF-') return 'application/pdf';
  return isText(bytes) ? 'text/plain' : undefined;
}

/** The characters at `offset`, each byte as one. */
export function asciiAt(bytes: Uint8Array, offset: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + length));
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false;
  for (let at = 0; at < bytes.length;) {
    const length = lengthAt(bytes, at);
    if (length === 0) return false;
    at += length;
  }
  return true;
}

/** How many bytes the UTF-8 character at `at` takes (RFC 3629); 0 for what is none, or a control character. */
function lengthAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return first >= 0x20 || isBlank(first) ? 1 : 0;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (first < 0xc2 || first > 0xf4) return 0;
  const second = bytes[at + 1] ?? 0;
  // Longer than needed, halves of surrogate pairs, and beyond the last character.
  const [least, most] = SECOND_BYTES.get(first) ?? [0x80, 0xbf];
  if (second < least || second > most) return 0;
  for (let index = 2; index < length; index += 1) {
    if (((bytes[at + index] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

const SECOND_BYTES: ReadonlyMap<number, readonly [number, number]> = new Map([
  [0xe0, [0xa0, 0xbf]],
  [0xed, [0x80, 0x9f]],
  [0xf0, [0x90, 0xbf]],
  [0xf4, [0x80, 0x8f]],
]);

/** Tab, line feed, form feed, carriage return. */
function isBlank(byte: number): boolean {
  return byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d;
}
