import { createRouterClient } from '@orpc/server';

import type { WorkbenchClient } from '#shared/contract/contract.ts';
import type { FactImport } from '#shared/contract/facts.ts';
import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import type { FactOrigin } from '#shared/domain/facts/fact.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { importAreas, importFile, upload } from '../contract/desk-over.ts';
import { collect } from '../factories/test-imports.ts';
import { PASSPHRASE, startTestWorkbench, type TestWorkbench } from '../factories/test-workbench.ts';

/** The day on which the tests of this folder play. */
export const TODAY = '2026-06-15';
export const STREETS = ['Asterlaan', 'Berkendreef', 'Cederpad', 'Dahliastraat'] as const;
export type StreetName = (typeof STREETS)[number];

/** A town of one neighbourhood and four equal streets, on a desk of its own, spoken to as its page does. */
export interface Town {
  readonly desk: TestWorkbench;
  readonly client: WorkbenchClient;
  /** The officer at work. */
  readonly me: string;
  readonly streets: ReadonlyMap<StreetName, { readonly streetId: string; readonly id: string }>;
  newId(): string;
  /** Somebody in this street tells how unsafe they feel. */
  tellFeeling(street: StreetName, feeling: 'never' | 'always'): Promise<void>;
  /** Imports facts of March 2026 with this origin, of one kind. */
  importFacts(facts: {
    readonly street: StreetName;
    readonly count: number;
    readonly origin: FactOrigin;
    readonly kind?: 'Inbraak' | 'Overlast';
  }): Promise<FactImport>;
}

export async function startTown(): Promise<Town> {
  const desk = await startTestWorkbench();
  const client = createRouterClient(desk.workbench.router);
  const random = seededRandom(61);
  const newId = (): string => makeId(Date.parse(TODAY), randomBytes(random, 16));
  const { officer } = await client.desk.createProfile({
    displayName: 'Noor Voorbeeld',
    passphrase: PASSPHRASE,
  });
  await importAreas(client, ['Zonnewijk']);
  await importFile(client, 'straten.geojson', streetsFile());
  const streets = new Map<StreetName, { streetId: string; id: string }>();
  for (const name of STREETS) {
    const { places } = await client.search.everything({ text: name, limit: 1 });
    const [segment] = await client.actions.segments({ streetId: places[0]?.streetId ?? '' });
    if (segment === undefined) throw new Error(`${name} has no stretch`);
    streets.set(name, segment);
  }
  const sources = new Map<FactOrigin, string>();
  let files = 0;
  return {
    desk,
    client,
    me: officer?.id ?? '',
    streets,
    newId,
    async tellFeeling(street, feeling) {
      const streetId = streets.get(street)?.streetId ?? '';
      const contact = newContactSchema.parse({
        id: newId(),
        occurredAt: '2026-03-10T10:00:00.000Z',
        place: { streetId, houseNumber: '', position: null },
        reason: 'nuisance',
        next: { step: 'nothing', note: '' },
        feeling,
      });
      await client.contacts.log(contact);
    },
    async importFacts({ street, count, origin, kind = 'Inbraak' }) {
      let sourceId = sources.get(origin);
      if (sourceId === undefined) {
        const fields = { name: `Bron ${origin}`, origin, credit: '', breaks: [] };
        sourceId = (await client.facts.saveSource({ id: null, fields })).id;
        sources.set(origin, sourceId);
      }
      files += 1;
      const rows = Array.from(
        { length: count },
        (_, at) => `F${files}-${at};${kind};10/03/2026 14:30;${street}`,
      );
      const file = Buffer.from(['Id;Aard;Datum;Straat', ...rows].join('\n'));
      const uploadId = await upload(client, `feiten-${files}.csv`, file);
      const { plan: guess } = await client.facts.inspect({ uploadId, sourceId });
      const plan = { ...guess, kinds: { Inbraak: 'burglary', Overlast: 'nuisance' } };
      const events = await collect(await client.facts.run({ uploadId, sourceId, plan }));
      const last = events.at(-1);
      if (last?.type !== 'done') throw new Error(`the import ended with ${last?.type}`);
      return last.record;
    },
  };
}

/** Streets of half a kilometre from west to east, some 200 metres apart. */
function streetsFile(): string {
  const features = STREETS.map((naam, at) => {
    const latitude = 51.001 + at * 0.002;
    const coordinates = [
      [4.401, latitude],
      [4.409, latitude],
    ];
    return {
      type: 'Feature',
      properties: { id: naam, naam },
      geometry: { type: 'LineString', coordinates },
    };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}
