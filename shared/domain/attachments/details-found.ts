import type { PhotoDetails } from './attachment.ts';

/** A photo without what the camera wrote beside the picture, and what was found of that. */
export interface Stripped {
  readonly bytes: Uint8Array;
  readonly details: Exclude<PhotoDetails, 'kept'>;
}

/**
 * What a part of a photo that is taken out was: with a place in it, or without. The tag that points to a
 * place in Exif is 0x8825, in either order of bytes; XMP writes GPSLatitude and GPSLongitude. It may be seen where there is none; it only decides
 * what the officer is told.
 */
export function detailsIn(part: Uint8Array): Stripped['details'] {
  const place = part.some(
    (byte, at) =>
      (byte === 0x88 && followedBy(part, at, [0x25, 0, 4])) ||
      (byte === 0x25 && followedBy(part, at, [0x88, 4, 0])) ||
      (byte === 0x47 && followedBy(part, at, [0x50, 0x53, 0x4c])),
  );
  return place ? 'place-removed' : 'removed';
}

function followedBy(part: Uint8Array, at: number, next: readonly number[]): boolean {
  return next.every((byte, index) => part[at + 1 + index] === byte);
}

/** What is to be told of two parts together. */
export function both(one: Stripped['details'], other: Stripped['details']): Stripped['details'] {
  const order = ['none', 'removed', 'place-removed'] as const;
  return order[Math.max(order.indexOf(one), order.indexOf(other))] ?? 'none';
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    result.set(part, offset);
    offset += part.length;
  }
  return result;
}
