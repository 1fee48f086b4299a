import { type Id, makeId } from '#shared/lib/ids.ts';
import { pick, randomBytes } from '#shared/lib/random.ts';

import { indexSome } from '../../workbench/store/repositories/search-catch-up.ts';
import { Broken } from './broken.ts';
import { close, edit, erase, log, move } from './contact-steps.ts';
import { attach, fetchOne } from './file-steps.ts';
import { bringParcel, bringReceipts, packParcel } from './parcel-steps.ts';
import { amend, keepViews, linkParties, rewordParty, wordCode } from './shared-steps.ts';
import { fetchTerritory, followStreet, publishVersion } from './territory-steps.ts';
import type { Town } from './town.ts';
import { type Fault, makeWorld, type Often, type World } from './world.ts';

export interface HistoryOptions extends Often {
  readonly steps: number;
  readonly fault?: Fault;
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
  const lead = world.members.find(({ role }) => role === 'team-lead');
  if (lead) await world.enrol(lead.desk.officerId, 'team-lead');
  const workers = world.members.filter(({ role }) => role !== 'data-protection-officer');
  const leads = world.members.filter(({ role }) => role === 'team-lead');
  const officers = world.members.filter(({ role }) => role === 'officer');
  const guardian = world.members.find(({ role }) => role === 'data-protection-officer');
  let backup: (() => void) | undefined;

  const steps: readonly (readonly [weight: number, step: () => Promise<void>])[] = [
    [30, () => log(world, pick(random, workers), typedText)],
    [14, () => edit(world, pick(random, workers), typedText)],
    [8, () => close(world, pick(random, workers), typedText)],
    [options.rounds ?? 30, () => syncSome(world)],
    [4, () => grant(pick(random, officers).desk.officerId, pick(random, areas))],
    [4, () => withdraw(pick(random, officers).desk.officerId)],
    [4, () => move(world, pick(random, leads))],
    [10, () => amend(world, pick(random, workers), typedText)],
    [5, () => rewordParty(world, pick(random, workers), typedText)],
    [options.merges ?? 8, () => linkParties(world, pick(random, workers))],
    [options.views ?? 6, () => keepViews(world, pick(random, workers), typedText)],
    [options.codes ?? 5, () => wordCode(world, pick(random, [...leads, ...workers]), typedText)],
    [options.erasures ?? 2, () => erase(world, guardian)],
    [3, async () => zone.clock.advance(3_600_000)],
    [
      2 * (options.restores ?? 0),
      async () => {
        backup ??= store.backup();
      },
    ],
    [
      options.restores ?? 0,
      async () => {
        if (backup === undefined) return;
        const { territories } = store.zoneState(zone.zoneId);
        backup();
        backup = undefined;
        // The directory of this store keeps what it knew, and so the packages that it names are kept.
        for (const [hash, bytes] of territories) {
          store.zoneState(zone.zoneId).territories.set(hash, bytes);
        }
        world.restored += 1;
        const epoch = makeId(Date.parse(zone.clock.now()), randomBytes(random, 16));
        await directory.changeEpoch(zone.zoneId, epoch);
      },
    ],
    // What a history does without comes last, so that its seeds stay what they were.
    [2 * (options.parcels ?? 0), () => packParcel(world, pick(random, workers))],
    [2 * (options.parcels ?? 0), () => bringParcel(world)],
    [options.parcels ?? 0, () => bringReceipts(world)],
    [2 * (options.files ?? 0), () => attach(world, pick(random, workers), typedText)],
    [options.files ?? 0, () => fetchOne(world, pick(random, workers))],
    [options.territories ?? 0, () => publishVersion(world)],
    [3 * (options.territories ?? 0), () => fetchTerritory(world, pick(random, world.members))],
    [options.territories ?? 0, () => followStreet(world, pick(random, leads))],
  ];
  // Published early, so that there is time to talk of what it brings.
  if (options.territories !== undefined) await publishVersion(world);
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
      if (world.territory !== undefined) await fetchTerritory(world, member);
    }
  }
  for (const { desk } of world.members) while (await indexSome(desk.store, 3));
}

async function syncSome(world: World): Promise<void> {
  const some = world.members.filter(() => world.random() < 0.5);
  await world.turns.together(
    some.map((member) => async () => {
      await world.sync(member);
    }),
  );
}
