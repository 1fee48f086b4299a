import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { toDegrees } from '../territory/import/coordinate-systems.ts';
import { factSchema } from './fact.ts';
import { type FactField, type FactPlan, factPlanSchema } from './fact-plan.ts';
import { factTimeSchema } from './fact-time.ts';
import { readFactRow } from './read-fact-row.ts';

const plan: FactPlan = factPlanSchema.parse({
  columns: {},
  coordinates: 'EPSG:4326',
  kinds: { Diefstal: 'theft' },
  otherKind: 'other',
  origins: { burger: 'public', ploeg: 'police' },
  origin: 'partner',
  midnightIsUnknown: true,
  reachMetres: 50,
});
type Row = Partial<Record<FactField, string>>;
const read = (row: Row, changes: Partial<FactPlan> = {}) => {
  const with_ = { ...plan, ...changes };
  return readFactRow((field) => row[field] ?? '', {
    plan: with_,
    toDegrees: toDegrees(with_.coordinates),
    today: '2026-06-15',
  });
};
const timeOf = (row: Row, changes?: Partial<FactPlan>) => {
  const found = read(row, changes);
  return 'fact' in found ? found.fact.time : found.refused.reason;
};

describe('the time of a row', () => {
  it.each([
    ['2018', '2018'],
    ['2018-12', '2018-12'],
    ['12/2018', '2018-12'],
    ['2018-12-05', '2018-12-05'],
    ['05/12/2018', '2018-12-05'],
    ['5.12.2018', '2018-12-05'],
    ['05/12/2018 14:30', '2018-12-05T13:30:00.000Z'],
    ['05/07/2018 14:30', '2018-07-05T12:30:00.000Z'],
    ['05/07/2018 9u05', '2018-07-05T07:05:00.000Z'],
    ['05/07/2018 09h05', '2018-07-05T07:05:00.000Z'],
    ['2018-07-05T14:30:20', '2018-07-05T12:30:00.000Z'],
    ['2018-07-05T14:30:00.000Z', '2018-07-05T14:30:00.000Z'],
    ['2018-07-05 14:30+05:30', '2018-07-05T09:00:00.000Z'],
    // The clock shows this hour twice; the first time is taken.
    ['28/10/2018 02:30', '2018-10-28T00:30:00.000Z'],
    // No clock in Brussels ever showed it.
    ['25/03/2018 02:30', 'unreadable-time'],
    ['05/12/2018 00:00', '2018-12-05'],
    ['05/12/2018 24:10', 'unreadable-time'],
    ['31/02/2018', 'unreadable-time'],
    ['13/2018', 'unreadable-time'],
    ['12/31/2018', 'unreadable-time'],
    ['1 dec', 'unreadable-time'],
    ['2018-12 14:30', 'unreadable-time'],
    ['', 'missing-time'],
    ['16/06/2026', 'in-the-future'],
    ['2062', 'in-the-future'],
    ['2026-06', '2026-06'],
  ])('%j is %s', (date, time) => expect(timeOf({ date })).toBe(time));

  it('may stand in more columns than one', () => {
    expect(timeOf({ date: '05/07/2018', time: '14:30' })).toBe('2018-07-05T12:30:00.000Z');
    expect(timeOf({ date: '05/07/2018', time: '25:30' })).toBe('unreadable-time');
    expect(timeOf({ year: '2015', month: '3' })).toBe('2015-03');
    expect(timeOf({ year: '2015' })).toBe('2015');
    expect(timeOf({ year: '2015', month: '13' })).toBe('unreadable-time');
  });

  it('takes midnight for what it says only where that was recorded', () => {
    const midnight = timeOf({ date: '05/07/2018 00:00' }, { midnightIsUnknown: false });
    expect(midnight).toBe('2018-07-04T22:00:00.000Z');
  });
});

describe('a row', () => {
  it('becomes a fact by the plan', () => {
    const row = {
      date: '2020-01',
      kind: 'Diefstal',
      origin: 'burger',
      amount: '12',
      longitude: '4,4776',
      latitude: '51.0281',
      placeText: 'Kerkstraat',
      externalId: 'A1',
      outcome: 'geseponeerd',
    };
    expect(read(row)).toEqual({
      fact: {
        externalId: 'A1',
        kind: 'theft',
        origin: 'public',
        amount: 12,
        time: '2020-01',
        position: [4.4776, 51.0281],
        placeText: 'Kerkstraat',
        outcome: 'geseponeerd',
      },
    });
    expect(read({ date: '2020-01', kind: 'Ruzie' })).toEqual({
      fact: { kind: 'other', origin: 'partner', time: '2020-01' },
    });
  });

  it('may lie by Lambert 72', () => {
    const found = read(
      { date: '2020', x: '157959,51', y: '190927.07' },
      { coordinates: 'EPSG:31370' },
    );
    const [longitude = 0, latitude = 0] = 'fact' in found ? (found.fact.position ?? []) : [];
    expect(longitude).toBeCloseTo(4.48, 1);
    expect(latitude).toBeCloseTo(51.03, 1);
  });

  it.each<[Row, object, Partial<FactPlan>?]>([
    [
      { kind: 'Ruzie' },
      { reason: 'unknown-kind', field: 'kind', value: 'Ruzie' },
      { otherKind: null },
    ],
    [{ kind: 'constructor' }, { reason: 'unknown-kind' }, { otherKind: null }],
    [{ origin: 'bot' }, { reason: 'unknown-origin', field: 'origin', value: 'bot' }],
    [{ amount: '0' }, { reason: 'nothing-counted' }],
    [{ amount: '99999999' }, { reason: 'unreadable-amount' }],
    [{ amount: '1,5' }, { reason: 'unreadable-amount' }],
    [{ longitude: '4.4' }, { reason: 'half-coordinates', field: 'latitude' }],
    [
      { longitude: '4.4', latitude: 'x' },
      { reason: 'unreadable-coordinates', value: 'x' },
    ],
    [{ longitude: '190', latitude: '51' }, { reason: 'coordinates-out-of-range' }],
    [{ placeText: 'x'.repeat(201) }, { reason: 'too-long', field: 'placeText' }],
  ])('%j is refused, with why and where', (row, refused, changes) => {
    expect(read({ date: '2020', ...row }, changes)).toMatchObject({ refused });
  });

  it('whatever it holds, becomes a fact that can be stored, or says why not', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('2020', '05/07/2018 14:30', '4,4', '51.0', '3', 'burger', 'Diefstal'),
    );
    const row = fc.record(
      {
        date: text,
        time: text,
        year: text,
        month: text,
        kind: text,
        origin: text,
        amount: text,
        longitude: text,
        latitude: text,
        placeText: text,
        externalId: text,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(row, (given) => {
        const found = read(given);
        if ('refused' in found) return;
        const { time } = found.fact;
        expect(factTimeSchema.parse(time)).toBe(time);
        factSchema.parse({ ...found.fact, tie: 'no-place' });
      }),
      { numRuns: 2_000 },
    );
  });
});
