import { afterEach, beforeAll, describe, expect, it } from 'vitest';

import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { pick, randomInteger, seededRandom } from '#shared/lib/random.ts';
import type { PullMessage } from '#shared/protocol/pull.ts';
import type { WireOperation } from '#shared/protocol/push.ts';

import { memoryStore } from '../../central/store/memory/memory-store.ts';
import type { CentreTransport } from '../../workbench/sync/centre.ts';
import { contactFields, makeTestZone } from '../factories/central-zone.ts';
import { actAsUsual } from './acts.ts';
import { digestOf } from './digest.ts';
import { runHistory, settle } from './history.ts';
import { makeTown, type Town } from './town.ts';
import { makeWorld, type Member, type World } from './world.ts';

/** Two ways that must lead to the same: nobody has to know what that is. */

let town: Town;
beforeAll(async () => {
  town = await makeTown();
});
let world: World | undefined;
afterEach(async () => {
  await world?.dispose();
  world = undefined;
});

describe('a desk has the same', () => {
  const rowsOn = async (member: Member): Promise<string[]> => {
    const rows = await member.desk.store.read
      .selectFrom('shadow')
      .select(['entity', 'entity_id', 'version', 'fields'])
      .execute();
    return rows.map((row) => canonicalJson([row, JSON.parse(row.fields)])).sort();
  };

  it.each([31, 33, 35])(
    'whether it followed along or fetches everything afresh, as seed %i has it',
    async (seed) => {
      world = await runHistory(seed, town, { steps: 80 });
      await settle(world);
      for (const member of [...world.members]) {
        const fresh = await world.enrol(member.desk.officerId, member.role);
        expect(await world.sync(fresh)).toBe('done');
        expect(await rowsOn(fresh)).toEqual(await rowsOn(member));
      }
    },
  );

  it('whether it talks with the centre once more or not', async () => {
    world = await runHistory(32, town, { steps: 80 });
    await settle(world);
    const before = await digestOf(world);
    await settle(world);
    expect(await digestOf(world)).toBe(before);
  });

  it.each([34, 36])(
    'whether a pull comes once or all of it twice, as seed %i has it',
    async (seed) => {
      const digests: string[] = [];
      for (const line of [once, twice]) {
        world = await workOneAfterTheOther(seed, line);
        await settle(world);
        digests.push(await digestOf(world));
        await world.dispose();
      }
      expect(digests[1]).toBe(digests[0]);
    },
  );
});

/** A history without chance in its order, so that nothing but the line can make a difference. */
async function workOneAfterTheOther(
  seed: number,
  line: (line: CentreTransport) => CentreTransport,
): Promise<World> {
  const made = await makeWorld(seed, town, { name: 'another line', line });
  const { random, zone } = made;
  for (const { neighbourhoodId } of town.places) {
    const { principal } = await zone.officer('officer', neighbourhoodId);
    await zone.grant(principal.officerId, pick(random, town.places).neighbourhoodId);
    await made.enrol(principal.officerId, 'officer');
  }
  let count = 0;
  for (let step = 0; step < 120; step++) {
    const member = pick(random, made.members);
    if (random() < 0.3) await made.sync(member);
    else {
      const typed = (what: string): string => `zq${what}${(count += 1)}zq`;
      await actAsUsual({ file: member.desk.file, random, places: town.places, typed });
    }
  }
  return made;
}

const once = (line: CentreTransport): CentreTransport => line;

/** Every message a second time, and the whole stream a second time. */
const twice = (line: CentreTransport): CentreTransport => ({
  push: (request) => line.push(request),
  async *pull(request, signal) {
    const messages: PullMessage[] = [];
    for await (const message of line.pull(request, signal)) {
      if (message.type === 'begin') yield message;
      else if (message.type !== 'complete') messages.push(message);
      else {
        for (const again of [...messages, ...messages]) {
          yield again;
          yield again;
        }
        yield message;
        // The dice are thrown as often as with the other line.
        break;
      }
    }
  },
});

describe('the centre has the same', () => {
  /** What thirty operations lead to, when they are handed over like this. */
  async function handedOver(
    batches: (operations: readonly WireOperation[]) => Iterable<readonly WireOperation[]>,
  ): Promise<string> {
    const random = seededRandom(5);
    const store = memoryStore();
    const zone = await makeTestZone(store, 600);
    const noor = await zone.officer('officer', zone.north);
    const operations = Array.from({ length: 30 }, (_, at) => {
      const area = random() < 0.8 ? zone.north : zone.south;
      const change = contactFields(noor.principal.officerId, area, `text ${at}`);
      return noor.operation({ entity: 'contact', change });
    });
    for (const batch of batches(operations)) await noor.push(...batch);
    const { rows, operations: kept } = store.zoneState(zone.zoneId);
    return canonicalJson([
      [...rows.values()],
      [...kept.values()].map(({ opId, result }) => [opId, result.outcome, result.code]),
    ]);
  }
  /** Pieces of a few, each beginning `overlap` before the end of the one before. */
  const pieces = (overlap: number) =>
    function* (operations: readonly WireOperation[]) {
      const random = seededRandom(6);
      for (let at = 0; at < operations.length;) {
        const end = at + randomInteger(random, 1, 6);
        yield operations.slice(Math.max(0, at - overlap), end);
        at = end;
      }
    };

  it('whether operations come in one big push or in many small ones', async () => {
    const inOne = await handedOver((operations) => [operations]);
    expect(await handedOver(pieces(0))).toBe(inOne);
  });

  it('whether a push arrives once, twice, or with what came before it', async () => {
    const single = await handedOver(pieces(0));
    const doubled = await handedOver(function* (operations) {
      for (const piece of pieces(0)(operations)) yield* [piece, piece];
    });
    expect(doubled).toBe(single);
    expect(await handedOver(pieces(3))).toBe(single);
  });
});
