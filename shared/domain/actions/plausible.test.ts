import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays } from '../../lib/dates.ts';
import { applyOperation } from '../operations/apply-operation.ts';
import type { Fields } from '../operations/entity-rules.ts';
import type { Effect, RowState } from '../operations/row-state.ts';
import { AS_PROPOSED } from './action.ts';
import { CASEWORK_RULES } from './casework-rules.ts';
import { LONGEST_STOP } from './measure.ts';
import {
  implausibleDay,
  implausibleDeal,
  implausibleLength,
  lateBaseline,
  MOST_DAYS,
  MOST_DAYS_AHEAD,
  MOST_DAYS_BACK,
} from './plausible.ts';

const TODAY = '2026-11-26';
const ID = '019b0000-0000-7000-8000-000000000001';
const SIGN = {
  what: 'auto’s boven 50',
  counted: 'by-hand',
  better: 'lower',
  baseline: 40,
  from: '2026-05-01',
  to: '2026-05-31',
} as const;
const NO_DAYS = { startsOn: null, endsOn: null, sign: null };

describe('the days of a plan', () => {
  it('lie where somebody can mean them, and are told by their field', () => {
    const told = (plan: object) => implausibleDay({ ...NO_DAYS, ...plan }, TODAY);
    expect(told({ startsOn: TODAY, endsOn: '2027-06-01', sign: SIGN })).toBeUndefined();
    expect(told({ startsOn: '1900-01-01' })).toEqual({ field: 'startsOn', reason: 'too-early' });
    expect(told({ endsOn: '9999-12-31' })).toEqual({ field: 'endsOn', reason: 'too-late' });
    expect(told({ sign: { ...SIGN, from: '1026-05-01' } })).toMatchObject({ field: 'sign.from' });
    expect(told({ sign: { ...SIGN, to: '2035-05-01' } })).toMatchObject({ field: 'sign.to' });
  });

  it('end on their first day at the earliest', () => {
    const length = (endsOn: string) => implausibleLength({ ...NO_DAYS, startsOn: TODAY, endsOn });
    expect(length(addDays(TODAY, -1))).toEqual({ field: 'endsOn', reason: 'end-before-start' });
    expect(length(TODAY)).toBeUndefined();
  });

  it('are at most three years, and so is the time of a baseline', () => {
    const length = (plan: object) => implausibleLength({ ...NO_DAYS, ...plan });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 * MOST_DAYS }), (days) => {
        const [from, to] = [TODAY, addDays(TODAY, days)];
        const isLong = days + 1 > MOST_DAYS;
        expect(length({ startsOn: from, endsOn: to })?.field).toBe(isLong ? 'endsOn' : undefined);
        expect(length({ sign: { ...SIGN, from, to } })?.field).toBe(
          isLong ? 'sign.from' : undefined,
        );
      }),
    );
  });
});

it('a baseline is counted before the first day of the action', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
      const sign = { ...SIGN, to: addDays(TODAY, days) };
      expect(lateBaseline({ startsOn: TODAY, sign })).toEqual(
        days < 0 ? undefined : { field: 'sign.to', reason: 'not-beforehand' },
      );
      expect(lateBaseline({ startsOn: null, sign })).toBeUndefined();
      expect(lateBaseline({ startsOn: TODAY, sign: null })).toBeUndefined();
    }),
  );
});

it('the days of a deal lie where somebody can mean them', () => {
  expect(implausibleDeal({ theyDueOn: '1026-12-10' }, TODAY)).toEqual({
    field: 'theyDueOn',
    reason: 'too-early',
  });
  fc.assert(
    fc.property(fc.integer({ min: -MOST_DAYS_BACK, max: MOST_DAYS_AHEAD }), (days) => {
      expect(implausibleDeal({ weDueOn: addDays(TODAY, days) }, TODAY)).toBeUndefined();
    }),
  );
});

describe('centre and desk', () => {
  const attempt = { opId: 'op', deviceId: 'desk', authorId: ID, madeAt: `${TODAY}T08:00:00.000Z` };
  const fields: Fields = {
    ...AS_PROPOSED,
    dossierId: ID,
    proposedBy: ID,
    proposedAt: attempt.madeAt,
    answerBy: '2026-12-10',
    basedOn: null,
    credits: [],
    differs: '',
    title: 'Trager aan de school',
    aim: '',
    sign: null,
    startsOn: null,
    endsOn: null,
    priority: null,
    ownerId: ID,
    coverId: null,
    refusals: [],
    leftOut: [],
  };
  const change = (given: Fields, row: Fields = fields): Effect => {
    const stored: RowState = {
      version: 1,
      fields: row,
      createdBy: 'desk',
      origins: {},
      state: 'present',
    };
    return applyOperation(CASEWORK_RULES.action, stored, {
      ...attempt,
      baseVersion: 1,
      change: { kind: 'patch', fields: given },
    });
  };

  it('refuse a plan that nobody can mean, by its field', () => {
    expect(change({ startsOn: '1900-01-01' })).toMatchObject({
      code: 'invalid',
      field: 'startsOn',
    });
    expect(change({ startsOn: TODAY, endsOn: '2126-11-26' })).toMatchObject({ field: 'endsOn' });
    expect(change({ sign: { ...SIGN, from: '1026-05-01' } })).toMatchObject({ field: 'sign' });
    expect(change({ startsOn: TODAY, endsOn: '2027-11-26', sign: SIGN }).outcome).toBe('accepted');
  });

  it('refuse a baseline that ends on the first day or after it, whichever of both is said last', () => {
    const sign = { ...SIGN, to: TODAY };
    const refused = { code: 'invalid', field: 'sign' };
    expect(change({ startsOn: TODAY, sign })).toMatchObject(refused);
    expect(change({ sign }, { ...fields, startsOn: TODAY })).toMatchObject(refused);
    expect(change({ startsOn: TODAY }, { ...fields, sign })).toMatchObject(refused);
    expect(change({ startsOn: addDays(TODAY, 1), sign }).outcome).toBe('accepted');
    // What was stored before this was asked for stays.
    const old = { ...fields, startsOn: TODAY, sign };
    expect(change({ title: 'Nog trager', endsOn: '2027-03-01' }, old).outcome).toBe('accepted');
  });

  it('leave what was stored before alone, so that the rest can be changed', () => {
    const old = { ...fields, startsOn: '1900-01-01', endsOn: '9999-12-31' };
    expect(change({ title: 'Nog trager' }, old).outcome).toBe('accepted');
    expect(change({ startsOn: TODAY, endsOn: '2027-11-26' }, old).outcome).toBe('accepted');
  });

  it('take no delivery of more than a working day, and keep those from before', () => {
    const delivery = (minutes: number): Effect =>
      applyOperation(CASEWORK_RULES.delivery, undefined, {
        ...attempt,
        baseVersion: 0,
        change: {
          kind: 'command',
          name: 'confirmDelivery',
          arguments: {
            dossierId: ID,
            actionId: ID,
            measureId: ID,
            segmentId: ID,
            day: TODAY,
            minutes,
          },
        },
      });
    expect(delivery(LONGEST_STOP).outcome).toBe('accepted');
    expect(delivery(LONGEST_STOP + 1)).toMatchObject({ code: 'invalid', field: 'minutes' });
    expect(CASEWORK_RULES.delivery.fields['minutes']?.schema.safeParse(600).success).toBe(true);
  });
});
