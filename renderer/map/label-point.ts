import { type WorldPoint } from '#shared/domain/territory/web-mercator.ts';

import { boxOf, type WorldLine } from './mercator.ts';

/** Where a polygon's name fits best: the point farthest from every edge, and that distance. */
export interface LabelPoint extends WorldPoint {
  /** Distance to the nearest edge, in units of the input; 0 for a polygon without an inside. */
  readonly radius: number;
}

interface Cell extends WorldPoint {
  readonly half: number;
  readonly distance: number;
  /** The best that any point of the cell can reach. */
  readonly most: number;
}

/** How exact, as a share of the polygon's shorter side: a label does not need more. */
const PRECISION = 0.01;

/**
 * The pole of inaccessibility of a polygon with holes, by refining a grid of square cells and giving up
 * every cell that cannot beat the best point found (D. Garcia-Castellanos and U. Lombardo 2007, "Poles of
 * inaccessibility"; the cell bound is that of V. Agafonkin's quadtree search, 2016).
 *
 * @param rings outer ring first, then holes.
 */
export function labelPointOf(rings: readonly WorldLine[]): LabelPoint | undefined {
  const outer = rings[0];
  if (!outer || outer.length < 6) return undefined;
  const box = boxOf([outer]);
  const width = box.maxX - box.minX;
  const height = box.maxY - box.minY;
  const side = Math.min(width, height);
  if (side <= 0) return { x: box.minX, y: box.minY, radius: 0 };
  const cellAt = (x: number, y: number, half: number): Cell => {
    const distance = signedDistance(x, y, rings);
    return { x, y, half, distance, most: distance + half * Math.SQRT2 };
  };
  let best = cellAt(box.minX + width / 2, box.minY + height / 2, 0);
  let cells: Cell[] = [];
  const half = side / 2;
  for (let x = box.minX + half; x - half < box.maxX; x += side) {
    for (let y = box.minY + half; y - half < box.maxY; y += side) cells.push(cellAt(x, y, half));
  }
  while (cells.length > 0) {
    for (const cell of cells) if (cell.distance > best.distance) best = cell;
    const least = best.distance + side * PRECISION;
    cells = cells
      .filter((cell) => cell.most > least)
      .flatMap(({ x, y, half: whole }) => {
        const quarter = whole / 2;
        return [
          cellAt(x - quarter, y - quarter, quarter),
          cellAt(x + quarter, y - quarter, quarter),
          cellAt(x - quarter, y + quarter, quarter),
          cellAt(x + quarter, y + quarter, quarter),
        ];
      });
  }
  return { x: best.x, y: best.y, radius: Math.max(0, best.distance) };
}

/** Distance to the nearest edge: positive inside, negative outside (even-odd rule). */
function signedDistance(x: number, y: number, rings: readonly WorldLine[]): number {
  let inside = false;
  let least = Infinity;
  for (const ring of rings) {
    for (let index = 2; index + 1 < ring.length; index += 2) {
      const fromX = ring[index - 2] ?? 0;
      const fromY = ring[index - 1] ?? 0;
      const toX = ring[index] ?? 0;
      const toY = ring[index + 1] ?? 0;
      if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) {
        inside = !inside;
      }
      least = Math.min(least, squareToEdge(x, y, fromX, fromY, toX, toY));
    }
  }
  return (inside ? 1 : -1) * Math.sqrt(least);
}

function squareToEdge(
  x: number,
  y: number,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
): number {
  const alongX = toX - fromX;
  const alongY = toY - fromY;
  const square = alongX ** 2 + alongY ** 2;
  const share =
    square === 0
      ? 0
      : Math.max(0, Math.min(1, ((x - fromX) * alongX + (y - fromY) * alongY) / square));
  return (x - fromX - alongX * share) ** 2 + (y - fromY - alongY * share) ** 2;
}
