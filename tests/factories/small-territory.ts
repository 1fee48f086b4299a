import type { TerritoryDataset } from '#shared/domain/territory/territory.ts';

import type { Store } from '../../workbench/store/store.ts';
import { square, storeTerritory, territoryMaker } from './test-territory.ts';

export interface SmallTerritory {
  readonly neighbourhoodId: string;
  readonly streetId: string;
}

/** One neighbourhood with one street through it, valid since 2020; the same ids for the same seed. */
export function smallTerritory(seed = 1): SmallTerritory & { readonly dataset: TerritoryDataset } {
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
  return { neighbourhoodId, streetId, dataset: town.dataset };
}

export async function plantSmallTerritory(store: Store, seed = 1): Promise<SmallTerritory> {
  const { dataset, ...ids } = smallTerritory(seed);
  await storeTerritory(store, dataset);
  return ids;
}
