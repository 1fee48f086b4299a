import type { Store } from '../../workbench/store/store.ts';
import { square, storeTerritory, territoryMaker } from './test-territory.ts';

export interface SmallTerritory {
  readonly neighbourhoodId: string;
  readonly streetId: string;
}

/** One neighbourhood with one street through it, valid since 2020. */
export async function plantSmallTerritory(store: Store, seed = 1): Promise<SmallTerritory> {
  const town = territoryMaker(seed);
  const { id: neighbourhoodId } = town.area({
    nameNl: 'Zonnewijk',
    geometry: square([4.4, 51], 0.02),
  });
  const { id: streetId } = town.street({
    nameNl: 'Zonnebloemstraat',
    nameFr: 'Rue des Tournesols',
  });
  town.segment({
    streetId,
    neighbourhoodId,
    geometry: [
      [4.402, 51.005],
      [4.418, 51.005],
    ],
  });
  town.address({ streetId, neighbourhoodId, houseNumber: '12', position: [4.404, 51.0051] });
  await storeTerritory(store, town.dataset);
  return { neighbourhoodId, streetId };
}
