import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { storeFactImport } from '../../../tests/factories/many-facts.ts';
import {
  openProfiledStreet,
  type ProfiledStreet,
} from '../../../tests/factories/profiled-street.ts';
import { putFactBatch } from '../../store/repositories/fact-repository.ts';

let bench: ProfiledStreet;
let test: ProfiledStreet['test'];
let noord: ProfiledStreet['noord'];
let before: ProfiledStreet['before'];
let street: ProfiledStreet['street'];
let pieces: ProfiledStreet['pieces'];
const newId = (): string => bench.newId();
beforeEach(async () => {
  bench = await openProfiledStreet();
  ({ test, noord, before, street, pieces } = bench);
});
afterEach(() => bench.dispose());

describe('the facts of a street', () => {
  it('counts facts by kind and quarter, those of police apart', async () => {
    await bench.record(4);
    await bench.record(2, { kind: 'drugs', origin: 'police' });
    await bench.record(3, { time: '2025-12', kind: 'drugs', segmentId: pieces[1] ?? '' });
    await bench.record(5, { time: '2025' });
    const profile = await bench.ask();
    expect(profile.kinds).toEqual([
      { code: 'vandalism', count: 4, police: 0 },
      { code: 'drugs', count: 3, police: 2 },
    ]);
    expect(profile.quarters).toHaveLength(12);
    expect(profile.quarters.slice(-3).map(({ count, police }) => [count, police])).toEqual([
      [3, 0],
      [4, 2],
      [0, 0],
    ]);
    expect(profile.quarters.at(-1)?.interval.high).toBeGreaterThan(3);
    expect(profile.trend).toEqual({ kind: 'too-few' });
    // Most facts tell their moment, and those are of one day.
    expect(profile.quarters.slice(-4).map(({ coverage }) => coverage)).toEqual([
      'none',
      'part',
      'part',
      'none',
    ]);
    expect(await bench.ask(null, before)).toEqual(profile);
    expect((await bench.ask(pieces[1] ?? '')).kinds).toEqual([
      { code: 'drugs', count: 3, police: 0 },
    ]);
  });

  it('counts over the period that was chosen, with the three years up to its end', async () => {
    await bench.record(4);
    await bench.record(3, { time: '2021-07', kind: 'drugs' });
    await bench.record(2, { time: '2019-02', kind: 'drugs' });
    await bench.record(60, { time: '2021-08-06T21:30:00.000Z' });
    const period = { from: '2021-01-01', to: '2022-01-01' };
    const { counted, kinds, quarters, pieces, week } = await bench.ask(null, street, period);
    expect(counted).toEqual(period);
    expect(kinds).toEqual([
      { code: 'vandalism', count: 60, police: 0 },
      { code: 'drugs', count: 3, police: 0 },
    ]);
    expect(pieces.map(({ facts }) => facts)).toEqual([63, 0]);
    expect(week.filter(({ standsOut }) => standsOut)).toMatchObject([{ day: 4, from: 20 }]);
    expect(quarters.map(({ count }) => count)).toEqual([2, ...Array(9).fill(0), 63, 0]);
    expect([quarters[0]?.from, quarters.at(-1)?.to]).toEqual(['2019-01-01', '2022-01-01']);
    expect(await bench.ask()).toMatchObject({ counted: { from: '2025-06-15', to: '2026-06-16' } });
    // Of days to come there are no quarters.
    const ahead = await bench.ask(null, street, { from: '2026-01-01', to: '2030-01-01' });
    expect(ahead.quarters.at(-1)?.to).toBe('2026-07-01');
  });

  it('tells when in the week, and how many facts do not say', async () => {
    // Friday, half past ten in the evening in Brussels.
    await bench.record(60);
    await bench.record(2, { time: '2026-03-06' });
    const { week, withoutHour } = await bench.ask();
    expect(withoutHour).toBe(2);
    expect(week.filter(({ standsOut }) => standsOut)).toMatchObject([
      { day: 4, from: 20, count: 60 },
    ]);
  });

  it('has its trend of quarters that the files cover wholly, and says which', async () => {
    // A falling street whose data begin in the middle of a quarter and end in the one that runs.
    const counts = { '2024-05': 6, '2024-08': 26, '2024-11': 24, '2025-02': 22, '2025-05': 18 };
    for (const [month, count] of Object.entries(counts)) await bench.record(count, { time: month });
    await bench.recordElsewhere('2024-05-01', '2026-03-31');
    await bench.record(15, { time: '2025-08-02' });
    await bench.record(12, { time: '2025-12-31' });
    await bench.record(1, { time: '2026-03-31' });
    const { trend, trendOver, quarters } = await bench.ask();
    if (trend.kind !== 'trend') throw new Error('no trend');
    expect(trend.interval.high).toBeLessThan(1);
    expect(trendOver).toEqual({ from: '2024-07-01', to: '2026-04-01', leftOut: [] });
    const shown = quarters.map(({ coverage }) => coverage);
    expect(shown.slice(shown.indexOf('part'))).toEqual(['part', ...Array(7).fill('whole'), 'none']);
  });

  it('leaves a source that covers few of the quarters out of the trend', async () => {
    await bench.recordElsewhere('2024-02-01', '2025-05-31');
    for (const month of ['2024-02', '2024-05', '2024-08', '2024-11', '2025-02', '2025-05']) {
      await bench.record(10, { time: month });
    }
    const before = await bench.ask();
    await storeFactImport(test.store, { id: 'i2', sourceId: 'new' });
    const fact = { kind: 'drugs', origin: 'partner', time: '2025-05', tie: 'street' } as const;
    const facts = Array.from({ length: 9 }, () => ({ ...fact, streetId: street }));
    const batch = { id: newId(), importId: 'i2', neighbourhoodId: noord, facts, version: 1 };
    await test.store.write((handle) => putFactBatch(handle, batch));
    const after = await bench.ask();
    expect(after.trend).toEqual(before.trend);
    expect(after.trendOver).toEqual({ ...before.trendOver, leftOut: ['new'] });
  });

  it('has no trend across a change of method of a source that counts here', async () => {
    await bench.recordElsewhere('2024-02-01', '2025-05-31');
    for (const month of ['2024-02', '2024-05', '2024-08', '2024-11', '2025-02', '2025-05']) {
      await bench.record(10, { time: month });
    }
    expect((await bench.ask()).trend).toMatchObject({ kind: 'trend' });
    await storeFactImport(test.store, { id: 'i2', sourceId: 'elsewhere' });
    const breakOf = (source: string) =>
      test.store.write(({ tables }) =>
        tables
          .updateTable('fact_source')
          .set({ breaks: JSON.stringify([{ on: '2025-01-01', note: 'Nieuwe camera’s' }]) })
          .where('id', '=', source)
          .execute(),
      );
    await breakOf('elsewhere');
    expect((await bench.ask()).trend.kind).toBe('trend');
    await breakOf('source');
    const parted = await bench.ask();
    expect(parted.trend).toEqual({ kind: 'break' });
    expect(parted.breaks).toEqual([
      { source: 'source', on: '2025-01-01', note: 'Nieuwe camera’s' },
    ]);
  });

  it('has no trend while nobody said whether a source changed its method, and one once somebody did', async () => {
    // Twice as many cameras as the year before, on another street, and as much more.
    const elsewhere = { streetId: newId(), origin: 'police' as const };
    const cameras = async (year: number, count: number, amount: number): Promise<void> => {
      for (let camera = 0; camera < count; camera += 1) {
        const placeText = `Camera ${camera}`;
        await bench.record(1, { ...elsewhere, time: `${year}-12-31`, placeText, amount });
      }
    };
    await bench.recordElsewhere('2024-01-01', '2025-12-31');
    for (const month of ['2024-02', '2024-05', '2024-08', '2024-11', '2025-02', '2025-05']) {
      await bench.record(10, { time: month });
    }
    await bench.record(5, { time: '2024-01-01' });
    await cameras(2024, 10, 100);
    const { trend, trendOver } = await bench.ask();
    expect(trend.kind).toBe('trend');
    await cameras(2025, 20, 300);
    const asked = await bench.ask();
    expect(asked.trend).toEqual({
      kind: 'suspected',
      suspected: [{ source: 'source', years: [2025] }],
    });
    await test.store.write(({ tables }) =>
      tables
        .updateTable('fact_source')
        .set({ unchanged: JSON.stringify(['2025-01-01']) })
        .execute(),
    );
    const answered = await bench.ask();
    expect(answered.trend.kind).toBe('trend');
    expect(trendOver?.from).toBe(answered.trendOver?.from);
  });
});
