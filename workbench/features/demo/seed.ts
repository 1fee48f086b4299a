import { sql } from 'kysely';

import type { Json } from '#shared/domain/operations/operation.ts';
import type { Day } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { seededRandom } from '#shared/lib/random.ts';

import type { OpenFile } from '../../context.ts';
import type { OperationEntry, WriteHandle } from '../../store/handles.ts';
import { insertContact } from '../../store/repositories/contact-rows.ts';
import { appendPartyChange, putParty } from '../../store/repositories/party-repository.ts';
import { insertPromise } from '../../store/repositories/promise-repository.ts';
import { writeCasework } from './casework/write-casework.ts';
import { type DemoParties, makeParties } from './parties.ts';
import { type DemoPeople, makePeople } from './people.ts';
import { writeTerritory } from './seed-territory.ts';
import { recordAs } from './team.ts';
import { generateDemoTown } from './town.ts';
import { type DemoYear, makeYear } from './year.ts';

export interface DemoOptions {
  /** The same seed makes the same town and, for the same day, the same year. */
  readonly seed: number;
  readonly today: Day;
}

/**
 * Fills a file with the demo town, its people and a year of their work, in one transaction. Every row
 * has the operation that accounts for it, marked as received, as after a year of synchronising.
 * The file must have no territory yet.
 */
export async function seedDemoTown(
  { store, officerName }: Pick<OpenFile, 'store' | 'officerName'>,
  { seed, today }: DemoOptions,
): Promise<void> {
  const town = generateDemoTown(seed);
  const random = seededRandom(seed + 1);
  const owner = { id: store.identity.officerId, displayName: officerName };
  const people = makePeople(town, random, today, owner);
  const year = makeYear(town, people, random, today);
  const parties = makeParties(year.contacts, people, seed + 2);
  const now = store.clock.now();
  await store.write(async (handle) => {
    await writeTerritory(handle, town, {
      now,
      importedBy: officerName,
      newId: () => makeId(Date.parse(now), store.entropy.bytes(16)),
    });
    await writePeople(handle, people);
    const as: RecordAs = (officerId, entry) =>
      recordAs({ store }, handle, { officerId, at: now }, entry);
    await writeParties(handle, parties, as);
    // What builds on work that the centre has says no more of it: the year is written the faster.
    await markReceived(handle);
    await writeYear(handle, year, parties, as);
    await markReceived(handle);
    const file = { store, officerName };
    await writeCasework(file, handle, { town, people, year }, { seed: seed + 3, today });
    await markReceived(handle);
  });
}

type RecordAs = (officerId: Id, entry: OperationEntry) => Promise<void>;

function markReceived({ tables }: WriteHandle): Promise<unknown> {
  return tables
    .updateTable('operation')
    .set({ state: 'accepted', receipt: sql<string>`'DEMO-' || device_seq` })
    .where('state', '=', 'only-here')
    .execute();
}

/**
 * Puts the town alone into a file that belongs to a centre: its people and their work come from there.
 * No operation accounts for it, since every desk has it from the start.
 */
export async function seedDemoTerritory(
  { store, officerName }: Pick<OpenFile, 'store' | 'officerName'>,
  seed: number,
): Promise<void> {
  const now = store.clock.now();
  await store.write((handle) =>
    writeTerritory({ ...handle, record: async () => {} }, generateDemoTown(seed), {
      now,
      importedBy: officerName,
      newId: () => makeId(Date.parse(now), store.entropy.bytes(16)),
    }),
  );
}

async function writePeople(handle: WriteHandle, people: DemoPeople): Promise<void> {
  const { tables } = handle;
  const added = (entity: 'officer' | 'post' | 'partner', entityId: string, fields: Fields) =>
    handle.record({ entity, entityId, baseVersion: 0, change: { kind: 'patch', fields } });

  for (const { id, displayName } of people.officers) {
    // The file's own officer is there already.
    const { numInsertedOrUpdatedRows } = await tables
      .insertInto('officer')
      .values({ id, display_name: displayName, version: 1 })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows) await added('officer', id, { displayName });
  }
  for (const { id, ...fields } of people.posts) {
    await tables
      .insertInto('post')
      .values({
        id,
        officer_id: fields.officerId,
        kind: fields.kind,
        area_id: fields.areaId,
        theme: fields.theme,
        valid_from: fields.validFrom,
        valid_to: fields.validTo,
        version: 1,
      })
      .execute();
    await added('post', id, fields);
  }
  for (const { id, ...fields } of people.partners) {
    await tables
      .insertInto('partner')
      .values({
        id,
        name: fields.name,
        kind: fields.kind,
        neighbourhood_id: fields.neighbourhoodId,
        version: 1,
      })
      .execute();
    await added('partner', id, fields);
  }
}

type Fields = Readonly<Record<string, Json>>;

/** What the contacts of the demo year leave open. */
const NOTHING_MORE = {
  assessment: '',
  sensitivity: 'normal',
  withdrawn: false,
} as const;

async function writeParties(
  handle: WriteHandle,
  { parties }: DemoParties,
  as: RecordAs,
): Promise<void> {
  for (const { id, addedBy, addedAt, ...fields } of parties) {
    await putParty(handle, { id, ...fields, version: 1 });
    await appendPartyChange(handle, {
      id,
      partyId: id,
      authorId: addedBy,
      madeAt: addedAt,
      fields,
    });
    await as(addedBy, {
      entity: 'party',
      entityId: id,
      baseVersion: 0,
      change: { kind: 'patch', fields },
    });
  }
}

async function writeYear(
  handle: WriteHandle,
  year: DemoYear,
  { named }: DemoParties,
  as: RecordAs,
): Promise<void> {
  for (const contact of year.contacts) {
    const row = { ...NOTHING_MORE, ...contact, parties: named.get(contact.id) ?? [] };
    await insertContact(handle, row);
    await as(contact.authorId, {
      entity: 'contact',
      entityId: contact.id,
      baseVersion: 0,
      change: { kind: 'command', name: 'logContact', arguments: { ...row } },
    });
  }
  for (const { closed, ...promise } of year.promises) {
    await insertPromise(handle, promise);
    await as(promise.ownerId, {
      entity: 'promise',
      entityId: promise.id,
      baseVersion: 0,
      change: { kind: 'command', name: 'makePromise', arguments: promise },
    });
    if (!closed) continue;
    const { state, outcome, closedAt, toldBy } = closed;
    await handle.tables
      .updateTable('promise')
      .set({ state, outcome, closed_at: closedAt, told_by: toldBy, version: 2 })
      .where('id', '=', promise.id)
      .execute();
    await as(promise.ownerId, {
      entity: 'promise',
      entityId: promise.id,
      baseVersion: 1,
      change: {
        kind: 'command',
        name: 'closePromise',
        arguments: { state, outcome, closedAt, toldBy },
      },
    });
  }
}
