import { expect, it } from 'vitest';

import {
  gapSearchSchema,
  isAskable,
  periodSearch,
  questionOf,
  streetSearch,
} from './gap-search.ts';

const TODAY = '2026-06-15';

it('asks for the streets of twelve months, up to and with today', () => {
  const question = questionOf(gapSearchSchema.parse({}), TODAY);
  expect(question).toMatchObject({ level: 'street', from: '2025-06-15', to: '2026-06-16' });
  expect(question).toMatchObject({ kinds: [], class: null, neighbourhoodId: null, order: 'hot' });
  expect(isAskable(question)).toBe(true);
});

it('counts the last day that was typed', () => {
  const search = gapSearchSchema.parse({ from: '2026-01-01', to: '2026-01-31', kind: 'drugs' });
  const question = questionOf(search, TODAY);
  expect(question).toMatchObject({ to: '2026-02-01', kinds: ['drugs'] });
});

it('takes a chosen period along to a street, whole', () => {
  const search = gapSearchSchema.parse({ to: '2026-01-31', kind: 'drugs' });
  expect(periodSearch(search, questionOf(search, TODAY))).toEqual({
    from: '2025-06-15',
    to: '2026-01-31',
  });
  expect(periodSearch({}, questionOf({}, TODAY))).toEqual({});
});

it('takes a piece along to its street, and nothing for a street or its only piece', () => {
  const period = { from: '2025-06-15', to: '2026-01-31' };
  expect(streetSearch(period, { id: 'p2', stretch: 2 })).toEqual({ ...period, piece: 'p2' });
  expect(streetSearch({}, { id: 'p2', stretch: 2 })).toEqual({ piece: 'p2' });
  expect(streetSearch(period, { id: 's1', stretch: null })).toEqual(period);
});

it('leaves out what an address cannot mean, and does not ask for a period that is none', () => {
  expect(gapSearchSchema.parse({ level: 'planet', from: 'x', class: 7 })).toEqual({});
  expect(isAskable(questionOf({ from: '2026-02-01', to: '2026-01-01' }, TODAY))).toBe(false);
  expect(isAskable(questionOf({ from: '2001-01-01' }, TODAY))).toBe(false);
});
