import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';

import type { Id } from '#shared/lib/ids.ts';

import { openStore } from '../../workbench/store/open.ts';
import { manualClock, seededEntropy } from '../factories/test-store.ts';
import { storeTerritory, territoryMaker } from '../factories/test-territory.ts';
import { fastFolder, KEY } from './simulated-desk.ts';

export interface Town {
  /** A desk file with the territory in it and nobody's name on it. */
  readonly template: string;
  /** Three neighbourhoods with a street in each. */
  readonly places: readonly { readonly neighbourhoodId: Id; readonly streetId: Id }[];
}

/** The town of every simulated desk, made once. */
export async function makeTown(): Promise<Town> {
  const maker = territoryMaker(9);
  const places = ['Noord', 'Midden', 'Zuid'].map((name, at) => {
    const west = 4.4 + at / 100;
    const ring = [
      [west, 51],
      [west + 0.01, 51],
      [west + 0.01, 51.01],
      [west, 51.01],
      [west, 51],
    ] as const;
    const area = maker.area({ nameNl: name, geometry: [[ring]] });
    const street = maker.street({ nameNl: `${name}straat` });
    maker.segment({
      streetId: street.id,
      neighbourhoodId: area.id,
      geometry: [
        [west + 0.002, 51.005],
        [west + 0.008, 51.005],
      ],
    });
    return { neighbourhoodId: area.id, streetId: street.id };
  });
  const template = join(mkdtempSync(join(fastFolder(), 'wijkwerk-town-')), 'desk.db');
  const { store } = await openStore({
    path: template,
    key: KEY,
    clock: manualClock(),
    entropy: seededEntropy(9),
    identity: { officerId: 'nobody', deviceId: 'nowhere' },
  });
  await storeTerritory(store, maker.dataset);
  await store.write(async ({ tables }) => {
    await tables.deleteFrom('setting').where('key', 'in', ['officer-id', 'device-id']).execute();
  });
  await store.close();
  return { template, places };
}
