import { expect, it } from 'vitest';

import { LONGEST_QUERY } from '#shared/domain/search/search-query.ts';

import { dossierSearchSchema, filterIn, isNarrowed } from './dossier-search.ts';

const ID = '01970000-0000-7000-8000-000000000009';

it('reads what narrows the list out of an address, and leaves out what cannot be read', () => {
  const read = dossierSearchSchema.parse({ text: 'kerk', state: 'open', neighbourhoodId: ID });
  expect(filterIn(read)).toEqual({ text: 'kerk', state: 'open', neighbourhoodId: ID });
  const wrong = { text: 'x'.repeat(LONGEST_QUERY + 1), state: 'lost', neighbourhoodId: 'none' };
  expect(isNarrowed(dossierSearchSchema.parse(wrong))).toBe(false);
});

it('does not take blanks, or what a new dossier begins from, for a filter', () => {
  expect(isNarrowed({ text: '  ', street: ID, contact: ID, segment: null })).toBe(false);
});
