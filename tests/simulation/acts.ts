import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import { OPEN_END } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { pick, type Random } from '#shared/lib/random.ts';

import type { OpenFile } from '../../workbench/context.ts';
import { logContact } from '../../workbench/features/contacts/index.ts';
import { addParty } from '../../workbench/features/parties/index.ts';
import { closePromise, reassignPromise } from '../../workbench/features/promises/index.ts';
import type { Store } from '../../workbench/store/store.ts';
import type { Town } from './town.ts';

/** Somebody at work at a desk, and the dice that say what they do. */
export interface Worker {
  readonly file: OpenFile;
  readonly random: Random;
  readonly places: Town['places'];
  /** A text that was never typed before, marked as TYPED says. */
  readonly typed: (what: string) => string;
}

/** What officers do, with how often; each uses what their desk shows, and does nothing where it shows nothing. */
export const ACTS: readonly (readonly [weight: number, act: (worker: Worker) => Promise<void>])[] =
  [
    [10, log],
    [5, reword],
    [3, close],
    [2, handOver],
    [1, move],
  ];

export async function actAsUsual(worker: Worker): Promise<void> {
  const total = ACTS.reduce((sum, [weight]) => sum + weight, 0);
  let left = worker.random() * total;
  for (const [weight, act] of ACTS) {
    left -= weight;
    if (left < 0) {
      await act(worker);
      return;
    }
  }
}

function newId({ clock, entropy }: Store): Id {
  return makeId(Date.parse(clock.now()), entropy.bytes(16));
}

async function log(worker: Worker): Promise<void> {
  const { file, random, places, typed } = worker;
  const { clock } = file.store;
  const { streetId } = pick(random, places);
  const hasPromise = random() < 0.6;
  const contact = newContactSchema.parse({
    id: newId(file.store),
    occurredAt: clock.now(),
    place: { streetId, houseNumber: '', position: null },
    reason: 'spontaneous',
    summary: typed('contact'),
    next: hasPromise
      ? { step: 'promise', note: typed('promise'), dueOn: OPEN_END, channel: null, ownerId: null }
      : { step: 'nothing', note: '' },
    sensitivity: random() < 0.1 ? 'restricted' : 'normal',
    parties: await somebody(worker),
  });
  await logContact(file, contact);
}

/** Now and then somebody new is named, or somebody known. */
async function somebody({ file, random }: Worker): Promise<readonly Id[]> {
  if (random() < 0.6) return [];
  const known = await file.store.read.selectFrom('party').select('id').orderBy('id').execute();
  if (known.length > 0 && random() < 0.5) return [pick(random, known).id];
  const id = newId(file.store);
  const fields = { kind: 'person', reach: '', language: null, role: null } as const;
  await addParty(file, { id, fields: { ...fields, name: `Inwoner ${id.slice(-6)}` } });
  return [id];
}

async function anyOpenPromise({ file, random }: Worker) {
  const rows = await file.store.read
    .selectFrom('promise')
    .select(['id', 'version'])
    .where('state', '=', 'open')
    .orderBy('id')
    .execute();
  return rows.length === 0 ? undefined : pick(random, rows);
}

async function reword(worker: Worker): Promise<void> {
  const promise = await anyOpenPromise(worker);
  if (promise === undefined) return;
  await rewordPromise(worker.file.store, promise.id, worker.typed('edit'));
}

async function close(worker: Worker): Promise<void> {
  const promise = await anyOpenPromise(worker);
  if (promise === undefined) return;
  const outcome = worker.typed('outcome');
  await closePromise(worker.file, { id: promise.id, kept: true, outcome, toldBy: null });
}

async function handOver(worker: Worker): Promise<void> {
  const { file, random } = worker;
  const promise = await anyOpenPromise(worker);
  const officers = await file.store.read.selectFrom('officer').select('id').orderBy('id').execute();
  if (promise === undefined) return;
  await reassignPromise(file, { id: promise.id, ownerId: pick(random, officers).id });
}

async function move({ file, random, places }: Worker): Promise<void> {
  const rows = await file.store.read.selectFrom('contact').select('id').orderBy('id').execute();
  if (rows.length === 0) return;
  await moveContact(file.store, pick(random, rows).id, pick(random, places).neighbourhoodId);
}

/** There is no screen yet that changes the text of a promise; the operation it would write is known. */
export async function rewordPromise(store: Store, id: Id, text: string): Promise<void> {
  await store.write(async ({ tables, record }) => {
    const { version } = await tables
      .selectFrom('promise')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await tables
      .updateTable('promise')
      .set({ text, version: version + 1 })
      .where('id', '=', id)
      .execute();
    const change = { kind: 'patch', fields: { text } } as const;
    await record({ entity: 'promise', entityId: id, baseVersion: version, change });
  });
}

/** A border that moved takes its contacts along. */
export async function moveContact(store: Store, id: Id, neighbourhoodId: Id): Promise<void> {
  await store.write(async ({ tables, record }) => {
    const { version } = await tables
      .selectFrom('contact')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await tables
      .updateTable('contact')
      .set({ neighbourhood_id: neighbourhoodId, version: version + 1 })
      .where('id', '=', id)
      .execute();
    const change = { kind: 'patch', fields: { neighbourhoodId } } as const;
    await record({ entity: 'contact', entityId: id, baseVersion: version, change });
  });
}
