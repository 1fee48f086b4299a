import type { Frame } from './mercator.ts';

/** A part of a canvas, CSS pixels from its top left corner. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The parts of a frame that are not covered by itself shifted by this much; null when all of it is. */
export function blankParts(
  { width, height }: Pick<Frame, 'width' | 'height'>,
  right: number,
  down: number,
): readonly Part[] | null {
  if (Math.abs(right) >= width || Math.abs(down) >= height) return null;
  const beside = { x: right > 0 ? 0 : width + right, y: 0, width: Math.abs(right), height };
  const above = {
    x: Math.max(0, right),
    y: down > 0 ? 0 : height + down,
    width: width - Math.abs(right),
    height: Math.abs(down),
  };
  return [beside, above].filter((part) => part.width > 0 && part.height > 0);
}
