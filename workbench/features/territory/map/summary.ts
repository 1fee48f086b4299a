import type { Bounds } from '#shared/domain/territory/geometry.ts';
import { boundsOf, type Position } from '#shared/domain/territory/geometry.ts';
import { AREA_KINDS, type AreaKind } from '#shared/domain/territory/territory.ts';

import type { OpenFile } from '../../../context.ts';
import {
  addressExtent,
  areaExtent,
  countAreas,
  countOfToday,
  segmentExtent,
} from '../../../store/repositories/territory-counts.ts';
import { keepPerTerritory } from '../versioned-cache.ts';
import { creditsOfAll } from './credits-shown.ts';

export interface TerritorySummary {
  areas: Record<AreaKind, number>;
  streets: number;
  segments: number;
  addresses: number;
  bounds: [number, number, number, number] | null;
  credits: string[];
}

/** How much of each kind is valid today, the bounds of it all (null when there is nothing), and its sources. */
export function readSummary(file: OpenFile): Promise<TerritorySummary> {
  return summaryOfToday(file.store);
}

const summaryOfToday = keepPerTerritory(async ({ read }, today): Promise<TerritorySummary> => {
  const kinds = await countAreas(read, today).execute();
  const counted = (kind: AreaKind): number => kinds.find((row) => row.kind === kind)?.count ?? 0;
  const count = async (table: 'street' | 'segment' | 'address'): Promise<number> =>
    (await countOfToday(read, table, today).executeTakeFirstOrThrow()).count;
  const extents = [
    await areaExtent(read, today).executeTakeFirst(),
    await segmentExtent(read, today).executeTakeFirst(),
    await addressExtent(read, today).executeTakeFirst(),
  ];
  const bounds = boundsOf(extents.flatMap(cornersOf));
  return {
    areas: Object.fromEntries(AREA_KINDS.map((kind) => [kind, counted(kind)])) as Record<
      AreaKind,
      number
    >,
    streets: await count('street'),
    segments: await count('segment'),
    addresses: await count('address'),
    bounds: bounds === undefined ? null : asTuple(bounds),
    credits: await creditsOfAll(read, today),
  };
});

interface Extent {
  readonly west: number | null;
  readonly south: number | null;
  readonly east: number | null;
  readonly north: number | null;
}

/** An extent of no rows is nulls, whatever its type says. */
function cornersOf(extent: Extent | undefined): readonly Position[] {
  if (extent === undefined) return [];
  const { west, south, east, north } = extent;
  if (west === null || south === null || east === null || north === null) return [];
  return [
    [west, south],
    [east, north],
  ];
}

function asTuple([west, south, east, north]: Bounds): [number, number, number, number] {
  return [west, south, east, north];
}
