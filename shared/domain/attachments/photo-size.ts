import { asciiAt, type MediaType } from './media-type.ts';

/** The most pixels of a photo: one of more would fill the memory of a page that shows it. */
export const MOST_PIXELS = 120_000_000;

export interface PhotoSize {
  readonly width: number;
  readonly height: number;
}

/** How large a photo is, as its head says; undefined when it does not. Not for other files. */
export function photoSize(bytes: Uint8Array, mediaType: MediaType): PhotoSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = SIZES[mediaType]?.(view, bytes);
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch (cause) {
    // A head that is cut off.
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

type ReadSize = (view: DataView, bytes: Uint8Array) => PhotoSize | undefined;

const SIZES: Partial<Record<MediaType, ReadSize>> = {
  'image/jpeg': jpegSize,
  'image/png': (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  'image/webp': webpSize,
};

/** The frame header (SOF0 to SOF15 but DHT, JPG and DAC) of ITU-T T.81, B.2.2. */
function jpegSize(view: DataView): PhotoSize | undefined {
  for (let offset = 2; view.getUint8(offset) === 0xff;) {
    const marker = view.getUint8(offset + 1);
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      return { height: view.getUint16(offset + 5), width: view.getUint16(offset + 7) };
    }
    if (marker === 0xda || marker === 0xd9) return undefined;
    offset += 2 + view.getUint16(offset + 2);
  }
  return undefined;
}

/** RFC 9649: the extended header, or the one of the lossy or lossless picture. */
function webpSize(view: DataView, bytes: Uint8Array): PhotoSize | undefined {
  switch (asciiAt(bytes, 12, 4)) {
    case 'VP8X':
      return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
    case 'VP8 ':
      return {
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
      };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    default:
      return undefined;
  }
}

function uint24(view: DataView, offset: number): number {
  return view.getUint16(offset, true) | (view.getUint8(offset + 2) << 16);
}
