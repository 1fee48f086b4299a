import { type Frame, screenX, screenY, type WorldLine } from './mercator.ts';

/** A step shorter than this many CSS pixels is not drawn. */
const SHORTEST_STEP = 0.7;

/** Adds a line to the path, leaving out the steps nobody could see. */
export function traceLine(context: CanvasRenderingContext2D, frame: Frame, line: WorldLine): void {
  let lastX = NaN;
  let lastY = NaN;
  for (let index = 0; index + 1 < line.length; index += 2) {
    const x = screenX(frame, line[index] ?? 0);
    const y = screenY(frame, line[index + 1] ?? 0);
    if (index === 0) {
      context.moveTo(x, y);
    } else {
      const last = index + 3 >= line.length;
      const small = Math.abs(x - lastX) < SHORTEST_STEP && Math.abs(y - lastY) < SHORTEST_STEP;
      if (small && !last) continue;
      context.lineTo(x, y);
    }
    lastX = x;
    lastY = y;
  }
}

/** Adds the rings of all polygons to the path. */
export function tracePolygons(
  context: CanvasRenderingContext2D,
  frame: Frame,
  polygons: readonly (readonly WorldLine[])[],
): void {
  for (const rings of polygons) {
    for (const ring of rings) {
      traceLine(context, frame, ring);
      context.closePath();
    }
  }
}
