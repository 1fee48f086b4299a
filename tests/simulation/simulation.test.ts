import { afterEach, beforeAll, describe, expect, it } from 'vitest';

import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { randomInteger, seededRandom } from '#shared/lib/random.ts';
import type { WireOperation } from '#shared/protocol/push.ts';

import { memoryStore } from '../../central/store/memory/memory-store.ts';
import { contactFields, makeTestZone } from '../factories/central-zone.ts';
import { digestOf } from './digest.ts';
import { runHistory, settle } from './history.ts';
import { checkHistory, optionsOf, rerunLine } from './one-history.ts';
import { REGRESSIONS } from './regressions.ts';
import { makeTown, type Town } from './town.ts';
import type { World } from './world.ts';

/** A bounded number; `npm run test:simulate` runs as many as one likes. */
const SEEDS = [...new Set([...REGRESSIONS, ...Array.from({ length: 14 }, (_, at) => at + 1)])];

let town: Town;
beforeAll(async () => {
  town = await makeTown();
});
let world: World | undefined;
afterEach(async () => {
  await world?.dispose();
  world = undefined;
});

describe('a town with bad lines and failing machines', () => {
  it.each(SEEDS)('loses, doubles and leaks nothing, as seed %i has it', async (seed) => {
    await checkHistory(seed, town, optionsOf(seed)).catch((cause: unknown) => {
      throw new Error(`again: ${rerunLine(seed)}`, { cause });
    });
  });

  it('has one history for one seed', async () => {
    const digests = [];
    for (let time = 0; time < 2; time++) digests.push(await checkHistory(77, town, optionsOf(77)));
    expect(digests[1]).toBe(digests[0]);
    expect(await checkHistory(79, town, optionsOf(79))).not.toBe(digests[0]);
  });
});

describe('it makes no difference', () => {
  const rowsOn = async (member: World['members'][number]): Promise<string[]> => {
    const rows = await member.desk.store.read
      .selectFrom('shadow')
      .select(['entity', 'entity_id', 'version', 'fields'])
      .execute();
    return rows.map((row) => canonicalJson([row, JSON.parse(row.fields)])).sort();
  };

  it('whether a desk followed along or fetches everything afresh', async () => {
    world = await runHistory(31, town, { steps: 80 });
    await settle(world);
    for (const member of [...world.members]) {
      const fresh = await world.enrol(member.desk.officerId, member.role);
      expect(await world.sync(fresh)).toBe('done');
      expect(await rowsOn(fresh)).toEqual(await rowsOn(member));
    }
  });

  it('whether a desk talks with the centre once more', async () => {
    world = await runHistory(32, town, { steps: 80 });
    await settle(world);
    const before = await digestOf(world);
    await settle(world);
    expect(await digestOf(world)).toBe(before);
  });

  it('whether operations come in one push, in many, or twice', async () => {
    const outcomes: string[] = [];
    for (const way of ['one', 'many', 'twice'] as const) {
      const random = seededRandom(5);
      const store = memoryStore();
      const zone = await makeTestZone(store, 600);
      const noor = await zone.officer('officer', zone.north);
      const operations: WireOperation[] = [];
      for (let at = 0; at < 30; at++) {
        const area = random() < 0.8 ? zone.north : zone.south;
        const change = contactFields(noor.principal.officerId, area, `text ${at}`);
        operations.push(noor.operation({ entity: 'contact', change }));
      }
      for (let at = 0; at < operations.length;) {
        const size = way === 'one' ? operations.length : randomInteger(random, 1, 6);
        const batch = operations.slice(way === 'twice' ? Math.max(0, at - 3) : at, at + size);
        await noor.push(...batch);
        if (way === 'twice') await noor.push(...batch);
        at += size;
      }
      const { rows, operations: kept } = store.zoneState(zone.zoneId);
      outcomes.push(
        canonicalJson([
          [...rows.values()],
          [...kept.values()].map(({ opId, result }) => [opId, result.outcome, result.code]),
        ]),
      );
    }
    expect(outcomes[1]).toBe(outcomes[0]);
    expect(outcomes[2]).toBe(outcomes[0]);
  });
});
