import InteriorPointArea from 'jsts/org/locationtech/jts/algorithm/InteriorPointArea.js';

import type { MultiPolygonRings, Position } from '../geometry.ts';
import { polygonsOf } from './area-index.ts';

/**
 * A point well inside the widest part of the polygons (JTS, `InteriorPointArea`); unlike a centre of
 * gravity it never lies in a bay or a hole. Undefined for polygons without a surface.
 */
export function interiorPoint(geometry: MultiPolygonRings): Position | undefined {
  const point = InteriorPointArea.getInteriorPoint(polygonsOf(geometry));
  const { x, y } = point as { x?: unknown; y?: unknown };
  return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y)
    ? [x, y]
    : undefined;
}
