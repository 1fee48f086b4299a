import type { Bounds, Line } from '#shared/domain/territory/geometry.ts';
import { toWorld } from '#shared/domain/territory/web-mercator.ts';

/** x and y in turn, in the unit square. */
export type WorldLine = Float64Array;

export interface WorldBox {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

export function projectLine(line: Line): WorldLine {
  const projected = new Float64Array(line.length * 2);
  line.forEach((position, index) => {
    const { x, y } = toWorld(position);
    projected[index * 2] = x;
    projected[index * 2 + 1] = y;
  });
  return projected;
}

/** The smallest box around the lines; an empty input gives a box that touches nothing. */
export function boxOf(lines: Iterable<WorldLine>): WorldBox {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (const line of lines) {
    for (let index = 0; index + 1 < line.length; index += 2) {
      const x = line[index] ?? 0;
      const y = line[index + 1] ?? 0;
      minX = Math.min(minX, x);
      minY = Math.min(minY, y);
      maxX = Math.max(maxX, x);
      maxY = Math.max(maxY, y);
    }
  }
  return { minX, minY, maxX, maxY };
}

export function touches(one: WorldBox, other: WorldBox): boolean {
  return (
    one.minX <= other.maxX &&
    other.minX <= one.maxX &&
    one.minY <= other.maxY &&
    other.minY <= one.maxY
  );
}

/** What a canvas shows: `x`, `y` on it are CSS pixels from its top left corner. */
export interface Frame {
  readonly zoom: number;
  /** CSS pixels per unit of the world. */
  readonly scale: number;
  /** World coordinates of the canvas's top left corner, in pixels at this zoom. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function screenX(frame: Frame, worldX: number): number {
  return worldX * frame.scale - frame.left;
}

export function screenY(frame: Frame, worldY: number): number {
  return worldY * frame.scale - frame.top;
}

/** The part of the world a frame shows, widened by `margin` CSS pixels on every side. */
export function frameBox(frame: Frame, margin = 0): WorldBox {
  return {
    minX: (frame.left - margin) / frame.scale,
    minY: (frame.top - margin) / frame.scale,
    maxX: (frame.left + frame.width + margin) / frame.scale,
    maxY: (frame.top + frame.height + margin) / frame.scale,
  };
}

/**
 * Bounds at least as large as `view`, on a grid whose step grows with the view: a small pan asks for the
 * same bounds again, so that the answer is already there.
 *
 * @param margin how much to add on each side, as a share of the view's width and height.
 */
export function steadyBounds(view: Bounds, margin = 0.25): Bounds {
  const [west, south, east, north] = view;
  const stepX = stepFor(east - west);
  const stepY = stepFor(north - south);
  const growX = (east - west) * margin;
  const growY = (north - south) * margin;
  return [
    Math.max(-180, Math.floor((west - growX) / stepX) * stepX),
    Math.max(-90, Math.floor((south - growY) / stepY) * stepY),
    Math.min(180, Math.ceil((east + growX) / stepX) * stepX),
    Math.min(90, Math.ceil((north + growY) / stepY) * stepY),
  ];
}

/** A power of two near a quarter of the span, so that neighbouring zooms share their grid lines. */
function stepFor(span: number): number {
  return 2 ** Math.round(Math.log2(Math.max(span, 1e-5) / 4));
}
