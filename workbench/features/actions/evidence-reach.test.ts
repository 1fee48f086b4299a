import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { type PlantedCounts, storeFactImport } from '../../../tests/factories/many-facts.ts';
import {
  AFTER,
  BEFORE,
  BEGAN,
  openVerdictTown,
  type VerdictTown,
  yearOfFacts,
} from '../../../tests/factories/verdict-town.ts';

let test: VerdictTown['test'];
let others: VerdictTown['others'];
let own: VerdictTown['own'];
let record: VerdictTown['record'];
let evenly: VerdictTown['evenly'];
let ran: VerdictTown['ran'];
let later: VerdictTown['later'];
let verdicts: VerdictTown['verdicts'];
let possible: VerdictTown['possible'];
let close: VerdictTown['close'];
beforeEach(async () => {
  ({ test, others, own, record, evenly, ran, later, verdicts, possible, close } =
    await openVerdictTown(54));
});
afterEach(() => test.dispose());

describe('days that no file covers', () => {
  /** Something that would be "helped", were the facts as complete as they look. */
  async function wouldHaveHelped(): Promise<string> {
    await evenly(10);
    await record(own, BEFORE, 40);
    await record(own, AFTER, 8);
    return ran();
  }
  const reachUntil = (last: string) =>
    test.store.write(({ tables }) =>
      tables
        .updateTable('fact_import')
        .set({ counts: JSON.stringify(yearOfFacts(last)) })
        .execute(),
    );

  it('are no zero: under half of an action only "cannot tell" is left, and that is kept', async () => {
    const id = await wouldHaveHelped();
    await reachUntil('2026-06-27');
    await later();
    const { evidence, choices } = await verdicts(id);
    expect(evidence?.reach).toEqual({
      ran: { from: BEGAN, to: '2026-07-13' },
      until: '2026-06-28',
      whole: true,
    });
    expect(evidence?.difference).toBeNull();
    expect(choices[0]).toEqual({ verdict: 'helped', possible: false, reason: 'not-covered' });
    await expect(close(id, 'no-sign')).rejects.toMatchObject({ data: { field: 'verdict' } });
    expect(await close(id, 'cannot-tell')).toMatchObject({ signAfter: null });
    await reachUntil('2026-12-31');
    expect((await verdicts(id)).evidence).toEqual({ ...evidence, kept: true });
  });

  it('are those of a month that the source lacks as well, though it goes on after', async () => {
    const id = await wouldHaveHelped();
    const note = (counts: PlantedCounts) =>
      test.store.write(({ tables }) =>
        tables
          .updateTable('fact_import')
          .set({ counts: JSON.stringify(counts) })
          .execute(),
      );
    await note(yearOfFacts());
    await later();
    expect(await possible(id)).toContain('helped');
    await note({ ...yearOfFacts(), months: { ...yearOfFacts().months, '2026-07': 0 } });
    expect((await verdicts(id)).evidence?.reach).toMatchObject({
      until: '2027-01-01',
      whole: false,
    });
    expect(await possible(id)).toEqual(['cannot-tell']);
  });

  it('are left out from half of an action on, and so are as many before', async () => {
    const id = await wouldHaveHelped();
    await reachUntil('2026-07-05');
    await record(own, '2026-07-08', 100);
    await later();
    const { evidence } = await verdicts(id);
    expect(evidence).toMatchObject({
      before: { from: '2026-05-04', to: '2026-05-25' },
      after: { from: BEGAN, to: '2026-07-06' },
      own: [{ count: { before: 40, after: 8 } }],
    });
    expect(await possible(id)).toEqual(['helped', 'cannot-tell']);
  });

  it('say nothing where one of two sources begins within the days before, or none is known', async () => {
    const silent = await ran(others[9]?.id);
    const id = await wouldHaveHelped();
    await storeFactImport(test.store, {
      id: 'i2',
      sourceId: 'new',
      counts: { ...yearOfFacts(), days: { first: '2026-05-10', last: '2026-12-31' } },
    });
    await later();
    expect(await possible(id)).toContain('helped');
    await record(own, AFTER, 3, {}, 'i2');
    expect(await possible(id)).toEqual(['cannot-tell']);
    await test.store.write(({ tables }) => tables.deleteFrom('fact').execute());
    expect((await verdicts(silent)).evidence?.reach?.until).toBeNull();
    expect(await possible(silent)).toEqual(['cannot-tell']);
  });

  it('end where the furthest file ends of a kind that nobody recorded lately', async () => {
    await record(own, '2026-01-05', 1);
    await reachUntil('2026-06-20');
    const id = await ran();
    await later();
    expect((await verdicts(id)).evidence?.reach).toMatchObject({ until: '2026-06-21' });
    expect(await possible(id)).toEqual(['cannot-tell']);
  });
});
