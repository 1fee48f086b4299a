import { afterEach, beforeEach, expect, it } from 'vitest';

import { rankedDaysSchema } from '#shared/contract/facts.ts';
import type { Fact } from '#shared/domain/facts/fact.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { storeFactImport } from '../../../tests/factories/many-facts.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { putFactBatch } from '../../store/repositories/fact-repository.ts';
import { readRankedDays } from './index.ts';

const random = seededRandom(29);
const newId = (): string => makeId(1_750_000_000_000, randomBytes(random, 16));
const STREET = newId();

let test: TestFile;
beforeEach(async () => {
  test = await openTestFile();
  await storeFactImport(test.store, { id: 'i1' });
});
afterEach(() => test.dispose());

const ask = async () => rankedDaysSchema.parse(await readRankedDays(test.file));

async function record(fact: Pick<Fact, 'time' | 'tie'> & Partial<Fact>) {
  const facts = [{ kind: 'vandalism', origin: 'public', ...fact } as const];
  const neighbourhoodId = fact.tie === 'outside' ? null : newId();
  const batch = { id: newId(), importId: 'i1', neighbourhoodId, facts, version: 1 };
  await test.store.write((handle) => putFactBatch(handle, batch));
}

it('compares over the last months of which facts lie on streets, whatever came in after them', async () => {
  await record({ time: '2025-11-20T10:00:00.000Z', tie: 'street', streetId: STREET });
  await record({ time: '2024-02', tie: 'street', streetId: STREET });
  const days = { from: '2024-12-01', to: '2025-12-01' };
  expect(await ask()).toEqual({ days, hasFacts: true });
  await record({ time: '2026-05-03', tie: 'outside' });
  await record({ time: '2026-05-04', tie: 'no-place' });
  expect(await ask()).toEqual({ days, hasFacts: true });
  // What police find ranks no street.
  await record({ time: '2026-05-05', tie: 'street', origin: 'police', streetId: STREET });
  expect(await ask()).toEqual({ days, hasFacts: true });
});

it('has a whole year of a fact that tells no more', async () => {
  await record({ time: '2023', tie: 'street', streetId: STREET });
  expect(await ask()).toMatchObject({ days: { from: '2023-01-01', to: '2024-01-01' } });
});

it('tells facts that lie on no street from none at all', async () => {
  expect(await ask()).toEqual({ days: null, hasFacts: false });
  await record({ time: '2026-05-03', tie: 'outside' });
  expect(await ask()).toEqual({ days: null, hasFacts: true });
});
