import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import { OPEN_END } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { pick, randomBytes } from '#shared/lib/random.ts';

import { logContact } from '../../workbench/features/contacts/index.ts';
import { addParty } from '../../workbench/features/parties/index.ts';
import { closePromise } from '../../workbench/features/promises/index.ts';
import type { Store } from '../../workbench/store/store.ts';
import { Broken } from './broken.ts';
import type { Town } from './town.ts';
import { type Fault, makeWorld, type Member, type World } from './world.ts';

export interface HistoryOptions {
  readonly steps: number;
  readonly fault?: Fault;
  /** Restoring the centre loses what only it had: off where nothing may be lost. */
  readonly restores?: boolean;
  /** Called after every step, to look at the world. */
  readonly afterStep?: (world: World) => Promise<void>;
}

/** Lets a town work for a while, as the seed has it; lines and machines are bad. */
export async function runHistory(
  seed: number,
  town: Town,
  options: HistoryOptions,
): Promise<World> {
  const world = await makeWorld(seed, town, options.fault);
  const { random, zone, store } = world;
  const { directory } = store;
  let typed = 0;
  const typedText = (what: string): string => `zq${what}${(typed += 1)}zq`;
  const rights = new Map<Id, { readonly right: Id; readonly area: Id }[]>();

  const grant = async (officerId: Id, area: Id): Promise<void> => {
    const right = await zone.grant(officerId, area);
    rights.set(officerId, [...(rights.get(officerId) ?? []), { right, area }]);
  };
  const withdraw = async (officerId: Id): Promise<void> => {
    const held = rights.get(officerId) ?? [];
    if (held.length === 0) return;
    const one = pick(random, held);
    // It began long ago and ended yesterday.
    await directory.endRight(zone.zoneId, one.right, '2026-06-14');
    rights.set(
      officerId,
      held.filter((other) => other !== one),
    );
  };
  const areas = town.places.map(({ neighbourhoodId }) => neighbourhoodId);
  for (const role of ['officer', 'officer', 'team-lead', 'data-protection-officer'] as const) {
    const { principal } = await zone.officer(role);
    await world.enrol(principal.officerId, role);
    if (role === 'officer') await grant(principal.officerId, pick(random, areas));
    if (role === 'team-lead') for (const area of areas) await grant(principal.officerId, area);
  }
  const first = world.members[0];
  if (first) await world.enrol(first.desk.officerId, 'officer');
  const workers = world.members.filter(({ role }) => role !== 'data-protection-officer');
  const officers = world.members.filter(({ role }) => role === 'officer');
  const guardian = world.members.find(({ role }) => role === 'data-protection-officer');
  let backup: (() => void) | undefined;

  const steps: readonly (readonly [weight: number, step: () => Promise<void>])[] = [
    [30, () => log(world, pick(random, workers), typedText)],
    [14, () => edit(world, pick(random, workers), typedText)],
    [8, () => close(world, pick(random, workers), typedText)],
    [30, () => syncSome(world)],
    [4, () => grant(pick(random, officers).desk.officerId, pick(random, areas))],
    [4, () => withdraw(pick(random, officers).desk.officerId)],
    [
      4,
      () =>
        move(
          world,
          world.members.find(({ role }) => role === 'team-lead'),
        ),
    ],
    [2, () => erase(world, guardian)],
    [3, async () => zone.clock.advance(3_600_000)],
    [
      options.restores ? 2 : 0,
      async () => {
        backup ??= store.backup();
      },
    ],
    [
      options.restores ? 1 : 0,
      async () => {
        if (backup === undefined) return;
        backup();
        backup = undefined;
        world.restored += 1;
        const epoch = makeId(Date.parse(zone.clock.now()), randomBytes(random, 16));
        await directory.changeEpoch(zone.zoneId, epoch);
      },
    ],
  ];
  const total = steps.reduce((sum, [weight]) => sum + weight, 0);
  for (let at = 0; at < options.steps; at++) {
    world.badness = 0.08;
    let left = random() * total;
    const [, step] = steps.find(([weight]) => (left -= weight) < 0) ?? [0, async () => {}];
    await step();
    await options.afterStep?.(world);
  }
  return world;
}

/** All desks talk over good lines until nobody has anything new to say. */
export async function settle(world: World): Promise<void> {
  world.badness = 0;
  for (let round = 0; round < 3; round++) {
    for (const member of world.members) {
      const outcome = await world.sync(member);
      if (outcome !== 'done') throw new Broken('a round over a good line comes to its end');
    }
  }
}

async function syncSome(world: World): Promise<void> {
  const some = world.members.filter(() => world.random() < 0.5);
  await world.turns.together(
    some.map((member) => async () => {
      await world.sync(member);
    }),
  );
}

async function log(
  world: World,
  member: Member,
  typedText: (what: string) => string,
): Promise<void> {
  const { random, zone, town } = world;
  const { streetId } = pick(random, town.places);
  const step = random() < 0.6 ? 'promise' : 'nothing';
  const contact = newContactSchema.parse({
    id: makeId(Date.parse(zone.clock.now()), randomBytes(random, 16)),
    occurredAt: zone.clock.now(),
    place: { streetId, houseNumber: '', position: null },
    reason: 'spontaneous',
    summary: typedText('contact'),
    next:
      step === 'promise'
        ? { step, note: typedText('promise'), dueOn: OPEN_END, channel: null, ownerId: null }
        : { step, note: '' },
    sensitivity: random() < 0.1 ? 'restricted' : 'normal',
    parties: await someParty(world, member),
  });
  await logContact(member.desk.file, contact);
}

/** Now and then somebody new is named, or somebody known. */
async function someParty({ random, zone }: World, { desk }: Member): Promise<readonly Id[]> {
  if (random() < 0.6) return [];
  const known = await desk.store.read.selectFrom('party').select('id').orderBy('id').execute();
  if (known.length > 0 && random() < 0.5) return [pick(random, known).id];
  const id = makeId(Date.parse(zone.clock.now()), randomBytes(random, 16));
  const fields = { kind: 'person', reach: '', language: null, role: null } as const;
  await addParty(desk.file, { id, fields: { ...fields, name: `Inwoner ${id.slice(-6)}` } });
  return [id];
}

async function anyOpenPromise(world: World, store: Store) {
  const rows = await store.read
    .selectFrom('promise')
    .select(['id', 'version'])
    .where('state', '=', 'open')
    .orderBy('id')
    .execute();
  return rows.length === 0 ? undefined : pick(world.random, rows);
}

/** There is no screen yet that changes the text of a promise; the operation it would write is known. */
async function edit(
  world: World,
  { desk }: Member,
  typedText: (what: string) => string,
): Promise<void> {
  const promise = await anyOpenPromise(world, desk.store);
  if (promise === undefined) return;
  const text = typedText('edit');
  await desk.store.write(async ({ tables, record }) => {
    await tables
      .updateTable('promise')
      .set({ text, version: promise.version + 1 })
      .where('id', '=', promise.id)
      .execute();
    await record({
      entity: 'promise',
      entityId: promise.id,
      baseVersion: promise.version,
      change: { kind: 'patch', fields: { text } },
    });
  });
}

async function close(
  world: World,
  { desk }: Member,
  typedText: (what: string) => string,
): Promise<void> {
  const promise = await anyOpenPromise(world, desk.store);
  if (promise === undefined) return;
  await closePromise(desk.file, {
    id: promise.id,
    kept: true,
    outcome: typedText('outcome'),
    toldBy: null,
  });
}

async function anyContact(world: World, store: Store) {
  const rows = await store.read
    .selectFrom('contact')
    .select(['id', 'version'])
    .orderBy('id')
    .execute();
  return rows.length === 0 ? undefined : pick(world.random, rows);
}

async function move(world: World, leader: Member | undefined): Promise<void> {
  if (leader === undefined) return;
  const { store } = leader.desk;
  const contact = await anyContact(world, store);
  if (contact === undefined) return;
  const { neighbourhoodId } = pick(world.random, world.town.places);
  await store.write(async ({ tables, record }) => {
    await tables
      .updateTable('contact')
      .set({ neighbourhood_id: neighbourhoodId, version: contact.version + 1 })
      .where('id', '=', contact.id)
      .execute();
    await record({
      entity: 'contact',
      entityId: contact.id,
      baseVersion: contact.version,
      change: { kind: 'patch', fields: { neighbourhoodId } },
    });
  });
}

/** The data-protection officer has it from a letter: no desk of theirs shows the contact. */
async function erase(world: World, guardian: Member | undefined): Promise<void> {
  const known = [...world.store.zoneState(world.zone.zoneId).rows.values()]
    .filter(({ entity, row }) => entity === 'contact' && row.state === 'present')
    .map(({ id }) => id)
    .sort();
  if (guardian === undefined || known.length === 0) return;
  const entityId = pick(world.random, known);
  await guardian.desk.store.write(async ({ record }) => {
    await record({
      entity: 'contact',
      entityId,
      baseVersion: 1,
      change: { kind: 'command', name: 'eraseRow', arguments: {} },
    });
  });
}
