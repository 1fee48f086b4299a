import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import { ERASE_COMMAND } from '#shared/domain/operations/apply-operation.ts';
import { OPEN_END } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { pick, randomBytes } from '#shared/lib/random.ts';

import { logContact } from '../../workbench/features/contacts/index.ts';
import { addParty } from '../../workbench/features/parties/index.ts';
import { closePromise } from '../../workbench/features/promises/index.ts';
import type { Store } from '../../workbench/store/store.ts';
import { rewordPromise } from './acts.ts';
import type { Deed } from './ledger.ts';
import { moveTo } from './move-to.ts';
import { textsOf } from './stays-erased.ts';
import { newStreetsAt } from './territory-steps.ts';
import type { Member, World } from './world.ts';

/** What is done with contacts and promises. */
export async function log(
  world: World,
  member: Member,
  typedText: (what: string) => string,
): Promise<void> {
  const { random, zone, town } = world;
  const known = town.places.map((place) => place.streetId);
  const added = await newStreetsAt(world, member);
  // A street that was just built is talked of.
  const streetId = pick(random, [...known, ...added, ...added]);
  const step = random() < 0.6 ? 'promise' : 'nothing';
  const id = makeId(Date.parse(zone.clock.now()), randomBytes(random, 16));
  const summary = typedText('contact');
  const note = step === 'promise' ? typedText('promise') : '';
  const contact = newContactSchema.parse({
    id,
    occurredAt: zone.clock.now(),
    place: { streetId, houseNumber: '', position: null },
    reason: 'spontaneous',
    summary,
    next:
      step === 'promise'
        ? { step, note, dueOn: OPEN_END, channel: null, ownerId: null }
        : { step, note },
    sensitivity: random() < 0.1 ? 'restricted' : 'normal',
    parties: await someParty(world, member),
  });
  const { sensitivity } = contact;
  const deeds: Deed[] = [
    { entity: 'contact', id, contactId: id, values: { summary, streetId, sensitivity } },
  ];
  if (step === 'promise') {
    const values = { text: note, contactId: id };
    deeds.push({ entity: 'promise', id: null, contactId: id, values });
  }
  await world.typed.during(member.desk, deeds, () => logContact(member.desk.file, contact));
}

/** Now and then somebody new is named, or somebody known. */
async function someParty({ random, zone, typed }: World, { desk }: Member): Promise<readonly Id[]> {
  if (random() < 0.6) return [];
  const known = await desk.store.read.selectFrom('party').select('id').orderBy('id').execute();
  if (known.length > 0 && random() < 0.5) return [pick(random, known).id];
  const id = makeId(Date.parse(zone.clock.now()), randomBytes(random, 16));
  const fields = { kind: 'person', reach: '', language: null, role: null } as const;
  const name = `Inwoner ${id.slice(-6)}`;
  await typed.during(desk, [{ entity: 'party', id, values: { name } }], () =>
    addParty(desk.file, { id, fields: { ...fields, name } }),
  );
  return [id];
}

async function anyOpenPromise(world: World, store: Store) {
  const rows = await store.read
    .selectFrom('promise')
    .select(['id', 'version', 'contact_id as contactId'])
    .where('state', '=', 'open')
    .orderBy('id')
    .execute();
  return rows.length === 0 ? undefined : pick(world.random, rows);
}

/** The text of a promise is written anew. */
export async function edit(
  world: World,
  { desk }: Member,
  typedText: (what: string) => string,
): Promise<void> {
  const promise = await anyOpenPromise(world, desk.store);
  if (promise === undefined) return;
  const text = typedText('edit');
  const { id, contactId } = promise;
  await world.typed.during(desk, [{ entity: 'promise', id, contactId, values: { text } }], () =>
    rewordPromise(desk.store, id, text),
  );
}

export async function close(
  world: World,
  { desk }: Member,
  typedText: (what: string) => string,
): Promise<void> {
  const promise = await anyOpenPromise(world, desk.store);
  if (promise === undefined) return;
  const { id, contactId } = promise;
  const outcome = typedText('outcome');
  await world.typed.during(desk, [{ entity: 'promise', id, contactId, values: { outcome } }], () =>
    closePromise(desk.file, { id, kept: true, outcome, toldBy: null }),
  );
}

export async function anyContact(world: World, store: Store) {
  const rows = await store.read
    .selectFrom('contact')
    .select(['id', 'version'])
    .orderBy('id')
    .execute();
  return rows.length === 0 ? undefined : pick(world.random, rows);
}

export async function move(world: World, leader: Member): Promise<void> {
  const { store } = leader.desk;
  const contact = await anyContact(world, store);
  if (contact === undefined) return;
  const { neighbourhoodId } = pick(world.random, world.town.places);
  await moveTo(world, leader, contact.id, neighbourhoodId);
}

/** The data-protection officer has it from a letter: no desk of theirs shows the contact. */
export async function erase(world: World, guardian: Member | undefined): Promise<void> {
  const rows = [...world.store.zoneState(world.zone.zoneId).rows.values()];
  const known = rows
    .filter(({ entity, row }) => entity === 'contact' && row.state === 'present')
    .map(({ id }) => id)
    .sort();
  if (guardian === undefined || known.length === 0) return;
  const entityId = pick(world.random, known);
  const deed = { entity: 'contact', id: entityId, values: {} } as const;
  await world.typed.during(guardian.desk, [deed], () =>
    guardian.desk.store.write(async ({ record }) => {
      await record({
        entity: 'contact',
        entityId,
        baseVersion: 1,
        change: { kind: 'command', name: ERASE_COMMAND, arguments: {} },
      });
    }),
  );
  world.erased.push({ id: entityId, texts: textsOf(rows, entityId) });
}
