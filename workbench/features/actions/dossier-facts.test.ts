import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { linkedFactsSchema } from '#shared/contract/dossier-facts.ts';
import type { Fact } from '#shared/domain/facts/fact.ts';
import { factIdOf } from '#shared/domain/facts/fact-id.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { dossierForm } from '../../../tests/factories/casework.ts';
import { storeFactImport } from '../../../tests/factories/many-facts.ts';
import { plantSmallTerritory } from '../../../tests/factories/small-territory.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { markFactImport, putFactBatch } from '../../store/repositories/fact-repository.ts';
import { listFacts } from '../facts/index.ts';
import * as actions from './index.ts';

const random = seededRandom(71);
const newId = (): string => makeId(Date.parse('2026-06-15T08:00:00.000Z'), randomBytes(random, 16));
const ANY = { from: null, to: null, sourceId: null, kind: null, origin: null, tie: null } as const;

let test: TestFile;
let streetId: string;
let id: string;
beforeEach(async () => {
  test = await openTestFile();
  ({ streetId } = await plantSmallTerritory(test.store));
  const [segment] = await actions.readSegments(test.file, { streetId });
  id = newId();
  await actions.openDossier(test.file, { id, form: dossierForm([segment?.id ?? '']) });
});
afterEach(() => test.dispose());

const fact = (changes: Partial<Fact> = {}): Fact => ({
  kind: 'vandalism',
  origin: 'public',
  time: '2026-03-06',
  tie: 'street',
  streetId,
  ...changes,
});

/** @returns the id of the batch. */
async function record(importId: string, facts: readonly Fact[]): Promise<string> {
  await storeFactImport(test.store, { id: importId });
  const batch = { id: newId(), importId, neighbourhoodId: null, facts, version: 1 };
  await test.store.write((handle) => putFactBatch(handle, batch));
  return batch.id;
}

const linked = async () =>
  linkedFactsSchema.parse(await actions.readLinkedFacts(test.file, { id }));

describe('facts of a dossier', () => {
  it('are found by their street, linked by an id that every desk knows, and counted by origin', async () => {
    const elsewhere = fact({ streetId: newId(), kind: 'drugs' });
    const batch = await record('i1', [
      elsewhere,
      fact(),
      fact({ origin: 'police', time: '2026-03-05' }),
      fact({ origin: 'partner', amount: 12, time: '2026-03' }),
    ]);
    await record('i2', [fact({ time: '2026-01-01' })]);
    const { facts } = await listFacts(test.file, { filter: { ...ANY, streetId }, after: null });
    expect(facts).toHaveLength(4);
    const [newest] = facts;
    expect(newest?.id).toBe(factIdOf(batch, 1));
    const add = facts.slice(0, 3).map((one) => one.id);
    await actions.linkFacts(test.file, { id, add: [...add, ...add], remove: [] });
    const now = await linked();
    expect(now.facts).toEqual(facts.slice(0, 3));
    expect(now).toMatchObject({ byOrigin: { public: 1, partner: 12, police: 1 }, missing: 0 });
    await actions.linkFacts(test.file, { id, add: [], remove: [newest?.id ?? ''] });
    expect((await linked()).byOrigin).toEqual({ public: 0, partner: 12, police: 1 });
  });

  it('do not count once their import was undone, and come back with it', async () => {
    const batch = await record('i1', [fact()]);
    await actions.linkFacts(test.file, { id, add: [factIdOf(batch, 0)], remove: [] });
    await test.store.write((handle) => markFactImport(handle, 'i1', '2026-06-15T08:00:00.000Z'));
    expect(await linked()).toMatchObject({ facts: [], missing: 1 });
    await test.store.write((handle) => markFactImport(handle, 'i1', null));
    expect(await linked()).toMatchObject({ byOrigin: { public: 1 }, missing: 0 });
  });

  it('that nobody knows are refused, and nothing of the rest is linked', async () => {
    const batch = await record('i1', [fact()]);
    const add = [factIdOf(batch, 0), factIdOf(batch, 1)];
    await expect(actions.linkFacts(test.file, { id, add, remove: [] })).rejects.toMatchObject({
      code: 'INVALID_FIELD',
      data: { field: 'facts' },
    });
    expect((await linked()).facts).toEqual([]);
  });
});
