import type { Store } from '../../workbench/store/store.ts';
import { square, storeTerritory, territoryMaker } from './test-territory.ts';

export interface CrossingStreet {
  readonly streetId: string;
  /** The stretches north and south of the crossing, and the one beyond the border. */
  readonly north: string;
  readonly south: string;
  readonly beyond: string;
  readonly beyondId: string;
}

/** Asterlaan: crosses the street of the small territory, and goes on into the neighbourhood south of it. */
export async function plantCrossingStreet(
  store: Store,
  neighbourhoodId: string,
): Promise<CrossingStreet> {
  const town = territoryMaker(7);
  const { id: beyondId } = town.area({
    // Another than the first one of the small territory: the same would be a version of it.
    officialId: 'W02',
    nameNl: 'Maanwijk',
    geometry: square([4.4, 50.98], 0.02),
  });
  const { id: streetId } = town.street({
    officialId: 's2',
    nameNl: 'Asterlaan',
    nameFr: 'Avenue des Asters',
  });
  const stretch = (from: number, to: number, within: string): string =>
    town.segment({
      officialId: `s2/${from}`,
      streetId,
      neighbourhoodId: within,
      geometry: [
        [4.418, from],
        [4.418, to],
      ],
    }).id;
  const stretches = {
    north: stretch(51.009, 51.005, neighbourhoodId),
    south: stretch(51.005, 51, neighbourhoodId),
    beyond: stretch(51, 50.995, beyondId),
  };
  await storeTerritory(store, town.dataset);
  return { streetId, beyondId, ...stretches };
}
