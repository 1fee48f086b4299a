import type { Line, Position } from '#shared/domain/territory/geometry.ts';

const METRES_PER_DEGREE = 111_195;
const EQUATOR_METRES = 40_075_016.686;
const TILE_PIXELS = 256;

/** How many metres one pixel of the map shows at a zoom level, at a latitude (Web Mercator, tiles of 256). */
export function metresPerPixel(zoom: number, latitude: number): number {
  return (EQUATOR_METRES * Math.cos((latitude * Math.PI) / 180)) / (TILE_PIXELS * 2 ** zoom);
}

/**
 * The line with fewer points, none of which it leaves by more than `tolerance` metres; both ends stay
 * (Douglas and Peucker 1973, on a local plane, without recursion).
 */
export function simplifyLine(line: Line, tolerance: number): Position[] {
  const first = line[0];
  if (first === undefined || line.length < 3) return [...line];
  const scaleX = METRES_PER_DEGREE * Math.cos((first[1] * Math.PI) / 180);
  const points = line.map(([longitude, latitude]) => ({
    x: (longitude - first[0]) * scaleX,
    y: (latitude - first[1]) * METRES_PER_DEGREE,
  }));
  const kept = new Uint8Array(line.length);
  kept[0] = 1;
  kept[line.length - 1] = 1;
  const stretches: [from: number, to: number][] = [[0, line.length - 1]];
  for (let stretch = stretches.pop(); stretch !== undefined; stretch = stretches.pop()) {
    const [from, to] = stretch;
    const start = points[from];
    const end = points[to];
    if (start === undefined || end === undefined) continue;
    let farthest = -1;
    let distance = tolerance;
    for (let index = from + 1; index < to; index += 1) {
      const point = points[index];
      if (point === undefined) continue;
      const away = distanceToStretch(point, start, end);
      if (away > distance) {
        farthest = index;
        distance = away;
      }
    }
    if (farthest > 0) {
      kept[farthest] = 1;
      stretches.push([from, farthest], [farthest, to]);
    }
  }
  return line.filter((_, index) => kept[index] === 1);
}

interface PlanePoint {
  readonly x: number;
  readonly y: number;
}

function distanceToStretch(point: PlanePoint, start: PlanePoint, end: PlanePoint): number {
  const alongX = end.x - start.x;
  const alongY = end.y - start.y;
  const square = alongX * alongX + alongY * alongY;
  const toX = point.x - start.x;
  const toY = point.y - start.y;
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, (toX * alongX + toY * alongY) / square));
  return Math.hypot(toX - share * alongX, toY - share * alongY);
}
