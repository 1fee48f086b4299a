import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  AFTER,
  BEFORE,
  BEGAN,
  LEAD_UP,
  openVerdictTown,
  type VerdictTown,
} from '../../../tests/factories/verdict-town.ts';

let test: VerdictTown['test'];
let row: VerdictTown['row'];
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
  ({ test, row, others, own, record, evenly, ran, later, verdicts, possible, close } =
    await openVerdictTown(53));
});
afterEach(() => test.dispose());

describe('N20: the verdict of an action', () => {
  it('is "helped" where it fell against comparable streets, and did not move next door', async () => {
    await evenly(10);
    await record(own, BEFORE, 40);
    await record(own, LEAD_UP, 60);
    await record(own, AFTER, 8);
    await record(row[0] ?? '', BEFORE, 10);
    await record(row[0] ?? '', AFTER, 9);
    const id = await ran();
    await later();
    const { evidence, choices } = await verdicts(id);
    expect(evidence).toMatchObject({
      counted: 'facts',
      before: { from: '2026-04-20', to: '2026-05-18' },
      leadUp: { from: '2026-05-18', to: BEGAN },
      after: { from: BEGAN, to: '2026-07-13' },
      own: [
        { id: own, nameNl: 'Lange Baan', leadUp: { count: 60 }, count: { before: 40, after: 8 } },
      ],
      breaks: [],
      kept: false,
      fixed: { baseline: 40, from: '2026-05-01', to: '2026-05-31' },
    });
    expect(evidence?.surroundings.map((one) => one.id)).toEqual([row[0], row[2]]);
    expect(evidence?.comparison).toHaveLength(12);
    expect(evidence?.difference?.estimate).toBeCloseTo(-32, 9);
    expect(choices[0]).toEqual({ verdict: 'helped', possible: true, reason: 'interval-better' });
    await expect(close(id, 'worse')).rejects.toMatchObject({ data: { field: 'verdict' } });
    expect(await close(id, 'helped')).toMatchObject({ verdict: 'helped', signAfter: 8 });
    await later(30);
    await record(own, '2026-08-01', 50);
    await record(own, AFTER, 50);
    expect((await verdicts(id)).evidence).toEqual({ ...evidence, kept: true });
  });

  it('is not "helped" where it moved to the next stretch', async () => {
    await evenly(10);
    await record(own, BEFORE, 40);
    await record(own, AFTER, 8);
    await record(row[2] ?? '', BEFORE, 10);
    await record(row[2] ?? '', AFTER, 45);
    const id = await ran();
    await later();
    expect(await possible(id)).toEqual(['cannot-tell']);
    expect((await verdicts(id)).choices[0]).toMatchObject({ reason: 'moved-elsewhere' });
  });

  it('is "worse" where it rose against comparable streets', async () => {
    await evenly(10);
    await record(own, BEFORE, 10);
    await record(own, AFTER, 45);
    const id = await ran();
    await later();
    expect(await possible(id)).toEqual(['cannot-tell', 'worse']);
    expect(await close(id, 'worse')).toMatchObject({ verdict: 'worse', signAfter: 45 });
  });

  it('is "no sign" where everywhere fell alike, or the numbers are small', async () => {
    for (const { id } of others.slice(0, 8)) {
      await record(id, BEFORE, 20);
      await record(id, AFTER, 5);
    }
    await record(own, BEFORE, 20);
    await record(own, AFTER, 5);
    const id = await ran();
    for (const { id: quiet } of others.slice(9)) {
      await record(quiet, BEFORE, 3);
      await record(quiet, AFTER, 3);
    }
    const few = others[8]?.id ?? '';
    await record(few, BEFORE, 3);
    const small = await ran(few);
    await later();
    for (const one of [id, small]) expect(await possible(one)).toEqual(['no-sign', 'cannot-tell']);
    expect(await close(id, 'no-sign')).toMatchObject({ verdict: 'no-sign' });
  });

  it('is "not really tried" under half of the dose, however it fell', async () => {
    await evenly(10);
    await record(own, BEFORE, 40);
    const id = await ran(own, { minutes: 30 });
    await later();
    expect(await possible(id)).toEqual(['not-really-tried']);
    expect(await close(id, 'not-really-tried')).toMatchObject({ doseShare: 0.25 });
  });

  it('can only be "cannot tell" where a source changed how it counts', async () => {
    await evenly(10);
    await record(own, BEFORE, 40);
    await record(own, AFTER, 8);
    const breaks = JSON.stringify([{ on: '2026-06-20', note: 'Nieuwe camera’s' }]);
    await test.store.write(({ tables }) =>
      tables.updateTable('fact_source').set({ breaks }).execute(),
    );
    const id = await ran();
    await later();
    const { evidence } = await verdicts(id);
    expect(evidence).toMatchObject({ difference: null, breaks: [{ source: 'source' }] });
    expect(await possible(id)).toEqual(['cannot-tell']);
    await close(id, 'cannot-tell');
  });
});
