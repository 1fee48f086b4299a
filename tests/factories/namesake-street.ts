import type { Store } from '../../workbench/store/store.ts';
import { square, storeTerritory, territoryMaker } from './test-territory.ts';

export interface NamesakeStreet {
  readonly streetId: string;
  readonly segmentId: string;
  readonly neighbourhoodId: string;
}

/** A second Zonnebloemstraat beside that of the small territory: another street, in Maanwijk. */
export async function plantNamesake(store: Store): Promise<NamesakeStreet> {
  const town = territoryMaker(31);
  const { id: neighbourhoodId } = town.area({
    officialId: 'W02',
    nameNl: 'Maanwijk',
    geometry: square([4.4, 50.98], 0.02),
  });
  const { id: streetId } = town.street({
    officialId: 's4',
    nameNl: 'Zonnebloemstraat',
    nameFr: 'Rue des Tournesols',
  });
  const { id: segmentId } = town.segment({
    officialId: 's4/1',
    streetId,
    neighbourhoodId,
    geometry: [
      [4.402, 50.99],
      [4.41, 50.99],
    ],
  });
  await storeTerritory(store, town.dataset);
  return { streetId, segmentId, neighbourhoodId };
}
