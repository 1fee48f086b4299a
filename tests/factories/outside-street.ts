import type { Store } from '../../workbench/store/store.ts';
import { storeTerritory, territoryMaker } from './test-territory.ts';

/** Heidepad: a street of one stretch outside of every neighbourhood. */
export async function plantOutside(
  store: Store,
): Promise<{ readonly streetId: string; readonly outside: string }> {
  const country = territoryMaker(23);
  const { id: streetId } = country.street({ officialId: 's3', nameNl: 'Heidepad' });
  const { id: outside } = country.segment({
    officialId: 's3/1',
    streetId,
    geometry: [
      [4.5, 51.05],
      [4.502, 51.05],
    ],
  });
  await storeTerritory(store, country.dataset);
  return { streetId, outside };
}
