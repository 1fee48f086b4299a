import { both, detailsIn, joined, type Stripped } from './details-found.ts';
import { stripJpeg } from './jpeg-details.ts';
import { asciiAt, type MediaType } from './media-type.ts';

/**
 * Takes out of a photo where and when it was taken, by which camera, and whatever programs added. The
 * picture itself stays, bit by bit, and so does how a JPEG is to be turned. Other files are returned as
 * they are.
 *
 * @throws RangeError when the file is not built as its type says.
 */
export function stripPhotoDetails(bytes: Uint8Array, mediaType: MediaType): Stripped {
  switch (mediaType) {
    case 'image/jpeg':
      return stripJpeg(bytes);
    case 'image/png':
      return stripPng(bytes);
    case 'image/webp':
      return stripWebp(bytes);
    case 'application/pdf':
    case 'text/plain':
      return { bytes, details: 'none' };
  }
}

/** Ancillary chunks of PNG (ISO 15948) that tell of something else than the picture. */
const PNG_DETAILS = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'];

function stripPng(bytes: Uint8Array): Stripped {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = [bytes.subarray(0, 8)];
  let details: Stripped['details'] = 'none';
  for (let offset = 8; ;) {
    const end = offset + 12 + view.getUint32(offset);
    if (end > bytes.length) throw new RangeError('a chunk is cut off');
    const chunk = bytes.subarray(offset, end);
    const type = asciiAt(bytes, offset + 4, 4);
    if (PNG_DETAILS.includes(type)) details = both(details, detailsIn(chunk));
    else kept.push(chunk);
    // What stands behind the end is not of the picture.
    if (type === 'IEND') return { bytes: joined(kept), details };
    offset = end;
  }
}

/** Flags of the extended header of WebP (RFC 9649) that announce Exif and XMP. */
const WEBP_DETAIL_FLAGS = 0x0c;

function stripWebp(bytes: Uint8Array): Stripped {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = 8 + view.getUint32(4, true);
  if (whole > bytes.length) throw new RangeError('the file is cut off');
  const kept = [bytes.subarray(0, 12)];
  let details: Stripped['details'] = 'none';
  for (let offset = 12; offset < whole;) {
    const size = view.getUint32(offset + 4, true);
    const end = offset + 8 + size + (size % 2);
    if (end > whole) throw new RangeError('a chunk is cut off');
    const chunk = bytes.slice(offset, end);
    const type = asciiAt(bytes, offset, 4);
    if (type === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~WEBP_DETAIL_FLAGS;
    if (type === 'EXIF' || type === 'XMP ') details = both(details, detailsIn(chunk));
    else kept.push(chunk);
    offset = end;
  }
  const result = joined(kept);
  new DataView(result.buffer).setUint32(4, result.length - 8, true);
  return { bytes: result, details };
}
