import { afterEach, beforeAll, describe, expect, it } from 'vitest';

import { seededRandom } from '#shared/lib/random.ts';

import { MIGRATIONS } from '../../workbench/store/migrations/migrations.ts';
import { indexSome } from '../../workbench/store/repositories/search-catch-up.ts';
import { createSyncEngine } from '../../workbench/sync/sync-engine.ts';
import { makeOlder } from '../factories/older-file.ts';
import { actAsUsual, rewordPromise, type Worker } from './acts.ts';
import { settle } from './history.ts';
import { checkSettled } from './invariants.ts';
import { checkBytes } from './no-traces.ts';
import { settledWorld } from './settled.ts';
import { KEY, SimulatedCrash } from './simulated-desk.ts';
import { makeTown, type Town } from './town.ts';
import { makeWorld, type Member, type World } from './world.ts';

/** Every migration since desks can sync, with the version before it. */
const SYNC = MIGRATIONS.findIndex(({ name }) => name === 'sync');
const SINCE = MIGRATIONS.slice(SYNC).map(
  ({ name }, at) => [name, MIGRATIONS[SYNC + at - 1]?.version ?? 0] as const,
);

let town: Town;
beforeAll(async () => {
  town = await makeTown();
});
let world: World;
afterEach(() => world.dispose());

let count = 0;
let random = seededRandom(7);
const workerAt = ({ desk }: Member): Worker => ({
  file: desk.file,
  random,
  places: town.places,
  typed: (what) => `zq${what}${(count += 1)}zq`,
});

/** Two officers of one neighbourhood, who know each other. */
async function twoDesks(): Promise<readonly [Member, Member]> {
  [count, random] = [0, seededRandom(7)];
  world = await makeWorld(3, town);
  const area = town.places[0]?.neighbourhoodId ?? '';
  const desks: Member[] = [];
  for (let at = 0; at < 2; at++) {
    const { principal } = await world.zone.officer('officer', area);
    desks.push(await world.enrol(principal.officerId, 'officer'));
  }
  const [noor, bert] = desks;
  if (noor === undefined || bert === undefined) throw new Error('no desks');
  return [noor, bert];
}

const statesOf = async ({ desk }: Member): Promise<string[]> => {
  const rows = await desk.store.read.selectFrom('operation').select('state').distinct().execute();
  return rows.map(({ state }) => state).sort();
};

/** Promises that the centre has told this desk of. */
const promisesAt = async ({ desk }: Member): Promise<string[]> => {
  const rows = await desk.store.read
    .selectFrom('shadow')
    .select('entity_id')
    .where('entity', '=', 'promise')
    .orderBy('entity_id')
    .execute();
  return rows.map((row) => row.entity_id);
};

/** Leaves operations of the first desk in every state there is. */
async function workInEveryState([noor, bert]: readonly [Member, Member]): Promise<void> {
  for (let act = 0; act < 60; act++) await actAsUsual(workerAt(act % 3 === 0 ? bert : noor));
  for (const desk of [noor, bert, noor]) await world.sync(desk);
  // Both change what both know: one of them is asked.
  const atNoor = await promisesAt(noor);
  const known = (await promisesAt(bert)).filter((id) => atNoor.includes(id));
  for (const id of known.slice(0, 3)) {
    await rewordPromise(bert.desk.store, id, workerAt(bert).typed('edit'));
    await rewordPromise(noor.desk.store, id, workerAt(noor).typed('edit'));
  }
  // And what the one takes away, the other still works on.
  const gone = known.at(-1);
  if (gone === undefined) throw new Error('nothing to take away');
  await bert.desk.store.write(({ record }) =>
    record({
      entity: 'promise',
      entityId: gone,
      baseVersion: 1,
      change: { kind: 'command', name: 'deleteRow', arguments: {} },
    }),
  );
  await rewordPromise(noor.desk.store, gone, workerAt(noor).typed('edit'));
  await world.sync(bert);
  await world.sync(noor);
  // The centre has these when the power fails, and its answer has not come; those nobody has sent.
  for (let act = 0; act < 6; act++) await actAsUsual(workerAt(noor));
  const engine = createSyncEngine({
    store: noor.desk.store,
    centre: noor.line,
    async at(point) {
      if (point === 'pushed') throw new SimulatedCrash();
    },
  });
  await expect(engine.round(new AbortController().signal)).rejects.toThrow(SimulatedCrash);
  for (let act = 0; act < 6; act++) await actAsUsual(workerAt(noor));
}

async function everythingHolds(): Promise<void> {
  await settle(world);
  const left = await settledWorld(world);
  await checkSettled(left);
  await checkBytes(left);
}

describe.each(SINCE)('a file of before “%s”', (name, version) => {
  it('is brought to the newest version and syncs as if it had always been of it', async () => {
    const desks = await twoDesks();
    const [noor] = desks;
    if (name === 'sync') {
      // It never met a centre.
      for (let act = 0; act < 30; act++) await actAsUsual(workerAt(noor));
      expect(await statesOf(noor)).toEqual(['only-here']);
    } else {
      await workInEveryState(desks);
      const states = ['accepted', 'merged', 'only-here', 'quarantined', 'rejected', 'under-way'];
      expect(await statesOf(noor)).toEqual(states);
    }
    const operations = async () =>
      noor.desk.store.read
        .selectFrom('operation')
        .select(['op_id', 'device_seq', 'change', 'state'])
        .orderBy('device_seq')
        .execute();
    const before = await operations();
    // In an older application nothing came behind the rows.
    while (await indexSome(noor.desk.store));
    await noor.desk.restart((path) => makeOlder(path, KEY, version));
    expect(await operations()).toEqual(before);
    await everythingHolds();
  });
});
