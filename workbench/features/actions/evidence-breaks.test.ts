import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { FactSourceFields } from '#shared/contract/facts.ts';

import { evenMonths, noteCounts, storeFactImport } from '../../../tests/factories/many-facts.ts';
import {
  AFTER,
  BEFORE,
  openVerdictTown,
  type VerdictTown,
} from '../../../tests/factories/verdict-town.ts';
import { readSourceYears, saveFactSource } from '../facts/index.ts';

let town: VerdictTown;
beforeEach(async () => {
  town = await openVerdictTown(56);
});
afterEach(() => town.test.dispose());

/** Cameras that found drugs, which the actions do not count, at so many places in a year. */
async function cameras(year: number, count: number, amount: number, importId = 'i1') {
  for (let camera = 0; camera < count; camera += 1) {
    const placeText = `Camera ${camera}`;
    const found = { kind: 'drugs', time: `${year}-12-31`, placeText, amount } as const;
    await town.record(town.far.id, found.time, 1, found, importId);
  }
}

/** A source that since 2024 brings many facts a day, with twice the cameras in one year. */
async function doubled(last: number, importId = 'i1'): Promise<void> {
  const days = { first: '2024-01-01', last: '2026-12-31' };
  const counts = { days, stored: 30_000, months: evenMonths(days, 800) };
  if (importId === 'i1') await noteCounts(town.test.store, importId, counts);
  else await storeFactImport(town.test.store, { id: importId, sourceId: importId, counts });
  await cameras(last - 1, 10, 100, importId);
  await cameras(last, 20, 300, importId);
}

/** An action that would be "helped", of which the last day is past; its year is over when `isOver`. */
async function wouldHaveHelped(isOver = true): Promise<string> {
  await town.evenly(10);
  await town.record(town.own, BEFORE, 40);
  await town.record(town.own, AFTER, 8);
  const id = await town.ran();
  await town.later();
  if (isOver) town.test.clock.set('2027-01-20T08:00:00.000Z');
  return id;
}

/** What who leads the team says of the source. */
function say(known: Partial<FactSourceFields>) {
  const fields = { name: 'source', origin: 'public' as const, credit: '', breaks: [], ...known };
  return saveFactSource(town.test.file, { id: 'source', fields });
}

describe('a year in which a source may have changed how it counts', () => {
  it('leaves only "cannot tell" until somebody says that it did not', async () => {
    await doubled(2026);
    const id = await wouldHaveHelped();
    const { evidence, choices } = await town.verdicts(id);
    expect(evidence).toMatchObject({
      own: [{ count: { before: 40, after: 8 } }],
      difference: null,
      breaks: [{ source: 'source', on: '2026-01-01', note: '', suspected: true }],
    });
    expect(choices[0]).toEqual({ verdict: 'helped', possible: false, reason: 'method-doubted' });
    expect(await town.possible(id)).toEqual(['cannot-tell']);
    await expect(town.close(id, 'helped')).rejects.toMatchObject({ data: { field: 'verdict' } });

    await say({ unchanged: ['2026-01-01'] });
    expect((await town.verdicts(id)).evidence?.breaks).toEqual([]);
    expect(await town.possible(id)).toEqual(['helped', 'cannot-tell']);
    await town.close(id, 'helped');
  });

  it('is kept with the evidence, whatever is said afterwards', async () => {
    await doubled(2026);
    const id = await wouldHaveHelped();
    const { evidence } = await town.verdicts(id);
    const closed = await town.close(id, 'cannot-tell');
    expect(closed.evidence?.breaks).toMatchObject([{ on: '2026-01-01', suspected: true }]);
    await say({ unchanged: ['2026-01-01'] });
    expect((await town.verdicts(id)).evidence).toEqual({ ...evidence, kept: true });
  });

  it('is judged by the day of the change once somebody says that there was one', async () => {
    await doubled(2026);
    const id = await wouldHaveHelped();
    await say({ breaks: [{ on: '2026-06-20', note: 'Nieuwe camera’s' }] });
    const { evidence, choices } = await town.verdicts(id);
    expect(evidence?.breaks).toMatchObject([{ on: '2026-06-20', suspected: false }]);
    expect(choices[0]).toMatchObject({ reason: 'method-break' });
    await say({ breaks: [{ on: '2026-02-01', note: 'Nieuwe camera’s' }] });
    expect(await town.possible(id)).toEqual(['helped', 'cannot-tell']);
  });

  it('is no matter of an action until it counts something of that source', async () => {
    await doubled(2026, 'other');
    const id = await wouldHaveHelped();
    expect((await town.verdicts(id)).evidence?.breaks).toEqual([]);
    await town.record(town.own, AFTER, 1, {}, 'other');
    expect((await town.verdicts(id)).evidence?.breaks).toMatchObject([
      { source: 'other', suspected: true },
    ]);
  });

  it('is no matter of an action of which all days are later', async () => {
    await doubled(2025);
    const id = await wouldHaveHelped(false);
    const { suspects } = await readSourceYears(town.test.file, { sourceId: 'source' });
    expect(suspects).toEqual(['2025-01-01']);
    expect((await town.verdicts(id)).evidence?.breaks).toEqual([]);
    expect(await town.possible(id)).toEqual(['helped', 'cannot-tell']);
  });
});
