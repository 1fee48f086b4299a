import { setImmediate } from 'node:timers/promises';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { FEELINGS } from '#shared/domain/contacts/code-lists.ts';
import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import { GAP_LEVELS } from '#shared/domain/gaps/gap-map.ts';
import { makeId } from '#shared/lib/ids.ts';

import { plantFacts } from '../../../tests/factories/planted-facts.ts';
import { openTestFile, silentLog, type TestFile } from '../../../tests/factories/test-store.ts';
import { square, storeTerritory, territoryMaker } from '../../../tests/factories/test-territory.ts';
import type { OpenFile } from '../../context.ts';
import { logContact } from '../contacts/index.ts';
import { factColumns, readAllFacts } from './fact-columns.ts';
import { feltColumns, readAllFelt } from './felt-columns.ts';
import { tally } from './tally.ts';
import { townPlaces } from './town-places.ts';
import { warmGaps } from './warm-gaps.ts';
import { weighedTown } from './weighed-town.ts';

/** Several slices of them. */
const FACTS = 9_000;
const STREETS = 20;
const PERIOD = { from: '2025-06-15', to: '2026-06-15', kinds: [] };

let test: TestFile;
let warnings: string[];
let file: OpenFile;
beforeEach(async () => {
  test = await openTestFile();
  warnings = [];
  file = { ...test.file, log: { ...silentLog, warn: (what) => void warnings.push(what) } };
});
afterEach(() => test.dispose());

async function plantTown(): Promise<void> {
  const town = territoryMaker();
  const places: { streetId: string; houseNumber: string; position: [number, number] }[] = [];
  const { id: neighbourhoodId } = town.area({ nameNl: 'Noord', geometry: square([4.4, 51], 0.2) });
  for (let street = 0; street < STREETS; street += 1) {
    const { id: streetId } = town.street({ nameNl: `Baan ${street}` });
    const [west, north] = [4.4 + (street % 5) * 0.004, 51.01 + 0.002 * Math.floor(street / 5)];
    const geometry = [
      [west, north],
      [west + 0.004, north],
    ] as const;
    town.segment({ streetId, geometry, neighbourhoodId });
    places.push({ streetId, houseNumber: '', position: [west + 0.002, north] });
  }
  await storeTerritory(test.store, town.dataset);
  for (const [number, place] of places.entries()) {
    const input = newContactSchema.parse({
      id: makeId(Date.parse(test.clock.now()), test.store.entropy.bytes(16)),
      occurredAt: '2026-03-02T10:00:00.000Z',
      place,
      reason: 'nuisance',
      feeling: FEELINGS[number % FEELINGS.length],
      next: { step: 'nothing', note: '' },
    });
    await logContact(test.file, input);
  }
  const to = Date.parse('2026-06-15');
  await plantFacts(test.store, { seed: 3, count: FACTS, from: Date.parse('2024-06-15'), to });
}

/** How often the file was read for a slice of facts, in all that is done with the returned file. */
function countingReads() {
  let reads = 0;
  const read = new Proxy(test.store.read, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]): unknown => {
        if (name === 'selectFrom' && given[0] === 'fact') reads += 1;
        return Reflect.apply(value, target, given);
      };
    },
  });
  // What is kept goes with the store: this is one as well.
  return { counted: { ...file, store: { ...test.store, read } }, reads: () => reads };
}

async function anew() {
  const town = await townPlaces(test.store);
  const [felt, facts] = [await readAllFelt(test.file, town), await readAllFacts(test.file, town)];
  return GAP_LEVELS.map((level) =>
    tally(town, felt, facts, { ...PERIOD, level, weights: undefined }),
  );
}

async function asked(of: OpenFile) {
  const counted = [];
  for (const level of GAP_LEVELS)
    counted.push((await weighedTown(of, { ...PERIOD, level })).counted);
  return counted;
}

it('has read everything before the first question, with the same result as without', async () => {
  await plantTown();
  const { counted, reads } = countingReads();
  await warmGaps(counted, 0);
  const before = reads();
  expect(before).toBeGreaterThan(FACTS / 2_000);
  const warm = await asked(counted);
  expect(reads()).toBe(before);
  expect(warm).toEqual(await anew());
  expect(warm[0]?.places.some(({ facts }) => facts.count > 0)).toBe(true);
  expect(warm[0]?.places.some(({ answers }) => answers > 0)).toBe(true);
});

it('answers a question that comes meanwhile with the right figures, from the same reading', async () => {
  await plantTown();
  const { counted, reads } = countingReads();
  const warming = warmGaps(counted, 0);
  while (reads() < 2) await setImmediate();
  const warm = await asked(counted);
  await warming;
  const all = reads();
  expect(warm).toEqual(await anew());
  const without = countingReads();
  await asked(without.counted);
  expect(all).toBe(without.reads());
});

it('lets others have their turn between slices', async () => {
  await plantTown();
  const { counted, reads } = countingReads();
  let isOver = false;
  const warming = warmGaps(counted, 0).then(() => (isOver = true));
  const seen = new Set<number>();
  while (!isOver) {
    seen.add(reads());
    await setImmediate();
  }
  await warming;
  // None of the slices of facts was read at one stretch with the next.
  for (let slice = 1; slice <= reads(); slice += 1) expect(seen).toContain(slice);
});

it('ends with the file, and says nothing of it', async () => {
  await plantTown();
  const { counted, reads } = countingReads();
  const warming = warmGaps(counted, 0);
  while (reads() < 3) await setImmediate();
  test.abort();
  const before = reads();
  await warming;
  expect(reads()).toBe(before);
  expect(warnings).toEqual([]);
  await expect(factColumns(counted, await townPlaces(counted.store))).rejects.toThrow('LOCKED');
});

it('does not begin where the file closes before it had its rest', async () => {
  await plantTown();
  const { counted, reads } = countingReads();
  const warming = warmGaps(counted, 60_000);
  test.abort();
  await warming;
  expect(reads()).toBe(0);
  expect(warnings).toEqual([]);
});

it('runs once per file, and waits for a territory', async () => {
  const { counted, reads } = countingReads();
  await warmGaps(counted, 0);
  expect(reads()).toBe(0);
  await plantTown();
  await warmGaps(counted, 0);
  const before = reads();
  expect(before).toBeGreaterThan(0);
  const town = await townPlaces(counted.store);
  const columns = [await feltColumns(counted, town), await factColumns(counted, town)];
  await warmGaps(counted, 0);
  expect(reads()).toBe(before);
  expect(columns.map(({ length }) => length)).toEqual([STREETS, FACTS]);
});
