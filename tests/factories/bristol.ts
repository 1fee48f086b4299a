import { readFileSync } from 'node:fs';

import { lengthMetres } from '#shared/domain/territory/geometry.ts';

import type { Store } from '../../workbench/store/store.ts';
import { readWays } from './osm-pbf.ts';
import { square, storeTerritory, territoryMaker } from './test-territory.ts';

export const BRISTOL_STREETS = new URL(
  '../../../shared/data/territory/osm/whitelion_bristol_uk.osm.pbf',
  import.meta.url,
);

/**
 * The streets around the White Lion in Bristol, in two neighbourhoods with a border along a meridian; every
 * time with the same ids.
 *
 * @returns the ids of the neighbourhoods.
 */
export async function plantBristol(store: Store): Promise<readonly string[]> {
  const maker = territoryMaker();
  const border = -2.5945;
  const areas = [
    maker.area({ nameNl: 'West', geometry: square([border - 0.05, 51.43], 0.05) }),
    maker.area({ nameNl: 'East', geometry: square([border, 51.43], 0.05) }),
  ] as const;
  const streets = new Map<string, string>();
  for (const { id, tags, line } of readWays(readFileSync(BRISTOL_STREETS))) {
    const name = tags.get('name') ?? '';
    if (!tags.has('highway') || name === '' || line.length < 2 || lengthMetres(line) === 0)
      continue;
    const streetId = streets.get(name) ?? maker.street({ nameNl: name }).id;
    streets.set(name, streetId);
    const middle = line[Math.floor(line.length / 2)]?.[0] ?? 0;
    maker.segment({
      officialId: `osm:${id}`,
      streetId,
      geometry: line,
      neighbourhoodId: areas[middle < border ? 0 : 1].id,
    });
  }
  await storeTerritory(store, maker.dataset);
  return areas.map(({ id }) => id);
}
