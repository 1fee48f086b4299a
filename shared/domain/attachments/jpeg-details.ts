import { both, detailsIn, joined, type Stripped } from './details-found.ts';
import { asciiAt } from './media-type.ts';

const START_OF_IMAGE = 0xd8;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
const COMMENT = 0xfe;
/** APP0 (JFIF) and APP14 (Adobe) say how colours are to be read; APP2 does when it holds a colour profile. */
const KEPT_APPLICATION_SEGMENTS: readonly number[] = [0xe0, 0xee];
const APP1 = 0xe1;
const APP2 = 0xe2;

/**
 * A JPEG (ITU-T T.81, annex B) without Exif, XMP, IPTC, comments, further pictures and whatever stands
 * behind its end. How it is to be turned is written anew into an Exif of one entry.
 *
 * @throws RangeError when it is cut off or not built so.
 */
export function stripJpeg(bytes: Uint8Array): Stripped {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [];
  let details: Stripped['details'] = 'none';
  let turned = 1;
  for (let offset = 2; ;) {
    if (view.getUint8(offset) !== 0xff) throw new RangeError('no marker where one belongs');
    const marker = view.getUint8(offset + 1);
    if (marker === 0xff) {
      // A byte that fills.
      offset += 1;
      continue;
    }
    if (marker === END_OF_IMAGE) break;
    const end = endOfSegment(view, offset, marker);
    const segment = bytes.subarray(offset, end);
    if (tellsOfPicture(marker, segment)) kept.push(segment);
    else {
      details = both(details, detailsIn(segment));
      if (marker === APP1) turned = orientationIn(segment) ?? turned;
    }
    offset = end;
  }
  const head = Uint8Array.of(0xff, START_OF_IMAGE);
  const tail = Uint8Array.of(0xff, END_OF_IMAGE);
  const turn = turned === 1 ? [] : [exifWithOrientation(turned)];
  return { bytes: joined([head, ...turn, ...kept, tail]), details };
}

function tellsOfPicture(marker: number, segment: Uint8Array): boolean {
  if (marker === COMMENT) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  if (marker === APP2) return asciiAt(segment, 4, 11) === 'ICC_PROFILE';
  return KEPT_APPLICATION_SEGMENTS.includes(marker);
}

/** Where the segment ends; of a scan, where the picture's own data end. */
function endOfSegment(view: DataView, offset: number, marker: number): number {
  // Restart marks and TEM stand alone.
  if ((marker >= 0xd0 && marker <= 0xd7) || marker === 0x01) return offset + 2;
  const length = view.getUint16(offset + 2);
  const end = offset + 2 + length;
  if (length < 2 || end > view.byteLength) throw new RangeError('a segment is cut off');
  if (marker !== START_OF_SCAN) return end;
  for (let at = end; ; at += 1) {
    if (view.getUint8(at) !== 0xff) continue;
    const next = view.getUint8(at + 1);
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
}

const ORIENTATION = 0x0112;

/** The orientation (1 to 8) that an Exif segment tells; undefined when it tells none. */
function orientationIn(segment: Uint8Array): number | undefined {
  if (asciiAt(segment, 4, 6) !== 'Exif\0\0') return undefined;
  const view = new DataView(segment.buffer, segment.byteOffset + 10, segment.length - 10);
  try {
    const little = view.getUint16(0) === 0x4949;
    const directory = view.getUint32(4, little);
    const entries = view.getUint16(directory, little);
    for (let index = 0; index < entries; index += 1) {
      const entry = directory + 2 + index * 12;
      if (view.getUint16(entry, little) !== ORIENTATION) continue;
      const value = view.getUint16(entry + 8, little);
      return value >= 1 && value <= 8 ? value : undefined;
    }
    return undefined;
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

/** An APP1 segment with an Exif directory of one entry. */
function exifWithOrientation(orientation: number): Uint8Array {
  return Uint8Array.of(
    ...[0xff, APP1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0],
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  );
}
