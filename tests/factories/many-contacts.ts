import {
  CHANNELS,
  CONTACT_REASONS,
  FEELINGS,
  NEXT_STEPS,
  PROBLEMS,
} from '#shared/domain/contacts/code-lists.ts';
import { OPEN_END } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';
import { pick, type Random, randomBytes, seededRandom } from '#shared/lib/random.ts';

import {
  insertContact,
  type NewContactRow,
} from '../../workbench/store/repositories/contact-rows.ts';
import { insertPromise } from '../../workbench/store/repositories/promise-repository.ts';
import type { Store } from '../../workbench/store/store.ts';

export interface ManyContacts {
  readonly rows: readonly NewContactRow[];
  readonly streets: readonly string[];
  readonly neighbourhoods: readonly string[];
  readonly officers: readonly string[];
  /** Contacts with a promise that is still open. */
  readonly promised: ReadonlySet<string>;
}

const STREETS = ['Zwanenkaai', 'Élysée', 'Lindeplein', 'Straat 10', 'Straat 9'];
const VALIDITY = { valid_from: '2020-01-01', valid_to: OPEN_END, opened_by: 'test', closed_by: '' };

/** Contacts of every kind in a few streets, several of them at the same moment. */
export async function plantManyContacts(
  store: Store,
  count: number,
  seed = 1,
): Promise<ManyContacts> {
  const random = seededRandom(seed);
  const newId = (): string => makeId(Date.parse('2026-01-01'), randomBytes(random, 16));
  const streets = STREETS.map(newId);
  const neighbourhoods = [newId(), newId()];
  const officers = [store.identity.officerId, newId()];
  const promised = new Set<string>();
  const rows = Array.from({ length: count }, () =>
    randomContact(random, newId(), { streets, neighbourhoods, officers }),
  );
  await store.write(async (handle) => {
    const { tables } = handle;
    await tables
      .insertInto('officer')
      .values({ id: officers[1] ?? '', display_name: 'Milan Verzonnen', version: 1 })
      .execute();
    await tables
      .insertInto('area')
      .values(
        neighbourhoods.map((id, index) => ({
          id,
          kind: 'neighbourhood' as const,
          official_id: `W${index}`,
          name_nl: ['Maanwijk', 'Zonnewijk'][index] ?? '',
          name_fr: '',
          parent_id: null,
          geometry: '[]',
          ...VALIDITY,
        })),
      )
      .execute();
    await tables
      .insertInto('street')
      .values(
        streets.map((id, index) => ({
          id,
          official_id: `s${index}`,
          name_nl: STREETS[index] ?? '',
          name_fr: index === 0 ? 'Avenue des Cygnes' : '',
          municipality_code: '',
          sub_municipality: '',
          postcode: '',
          ...VALIDITY,
        })),
      )
      .execute();
    for (const row of rows) {
      await insertContact(handle, row);
      if (row.nextStep !== 'promise' || random() < 0.5) continue;
      promised.add(row.id);
      await insertPromise(handle, {
        id: newId(),
        contactId: row.id,
        ownerId: row.authorId,
        streetId: row.streetId,
        text: 'Terugbellen',
        dueOn: '2026-07-01',
        channel: null,
      });
    }
  });
  return { rows, streets, neighbourhoods, officers, promised };
}

function randomContact(
  random: Random,
  id: string,
  among: Pick<ManyContacts, 'streets' | 'neighbourhoods' | 'officers'>,
): NewContactRow {
  const occurredAt = new Date(
    Date.parse('2026-03-20T10:00:00.000Z') + Math.floor(random() * 60) * 12 * 3_600_000,
  ).toISOString();
  const hasPlace = random() < 0.8;
  return {
    id,
    occurredAt,
    loggedAt: occurredAt,
    authorId: pick(random, among.officers),
    streetId: pick(random, among.streets),
    houseNumber: random() < 0.5 ? '12' : '',
    neighbourhoodId: random() < 0.8 ? pick(random, among.neighbourhoods) : null,
    position: hasPlace ? [4.4 + random() / 100, 51 + random() / 100] : null,
    placeSource: hasPlace ? 'pointed' : 'unknown',
    reason: pick(random, CONTACT_REASONS.slice(0, 4)),
    nextStep: pick(random, NEXT_STEPS),
    nextNote: '',
    channel: random() < 0.7 ? pick(random, CHANNELS.slice(0, 3)) : null,
    durationMinutes: random() < 0.5 ? 15 : null,
    parties: [],
    language: null,
    problems: random() < 0.5 ? [pick(random, PROBLEMS.slice(0, 3))] : [],
    need: '',
    feeling: random() < 0.5 ? pick(random, FEELINGS) : null,
    summary: `Gesprek "${id.slice(-4)}"; tweede deel`,
    assessment: 'een indruk',
    sensitivity: random() < 0.2 ? 'restricted' : 'normal',
    withdrawn: random() < 0.1,
  };
}
