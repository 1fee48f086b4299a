import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { CONTACT_REASONS, FEELINGS } from '#shared/domain/contacts/code-lists.ts';
import {
  CONTACT_COLUMNS,
  CONTACT_GROUPINGS,
  CONTACT_SORTS,
  type ContactView,
  NARROWEST_COLUMN,
  WIDEST_COLUMN,
} from '#shared/domain/contacts/contact-view.ts';

import { contactSearchSchema, viewOf } from './contact-search.ts';
import { looksLikeViewLink, readViewLink, viewLink } from './view-link.ts';

const ID = '01970000-0000-7000-8000-000000000009';
const some = <Value extends string>(values: readonly Value[]) =>
  fc.option(
    fc.oneof(
      fc.constantFrom(...values),
      fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 4 }),
    ),
    { nil: undefined },
  );
const anyWidth = fc.integer({ min: NARROWEST_COLUMN, max: WIDEST_COLUMN });
const anyView: fc.Arbitrary<ContactView> = fc.record(
  {
    filter: fc.record(
      {
        from: fc.constant('2026-01-01'),
        reason: some(CONTACT_REASONS).map((value) => value ?? 'traffic'),
        streetId: fc.constantFrom(ID, [ID]),
        feeling: some(FEELINGS).map((value) => value ?? 'often'),
        openPromise: fc.constant(true as const),
        withdrawn: fc.constantFrom('hide' as const, 'only' as const),
      },
      { requiredKeys: [] },
    ),
    sort: fc.record({ by: fc.constantFrom(...CONTACT_SORTS), descending: fc.boolean() }),
    group: fc.option(fc.constantFrom(...CONTACT_GROUPINGS)),
    columns: fc.uniqueArray(fc.constantFrom(...CONTACT_COLUMNS), { minLength: 1 }),
    widths: fc.dictionary(fc.constantFrom(...CONTACT_COLUMNS), anyWidth, {
      minKeys: 1,
      maxKeys: 4,
    }),
  },
  { requiredKeys: ['filter', 'sort', 'group', 'columns'] },
);

describe('a link to a view', () => {
  it('holds the whole view', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const read = readViewLink(` ${viewLink(view)}\n`);
        expect('search' in read && viewOf(read.search)).toEqual(view);
      }),
    );
  });

  it.each([
    ['', 'not-a-link'],
    ['https://example.org/#/contacts?reason=traffic', 'not-a-link'],
    ['wijkwerk://app/#/desk', 'not-a-link'],
    ['wijkwerk://app/#/contactsabroad', 'not-a-link'],
    ['wijkwerk://app/#/contacts?reason=Traffic!', 'unreadable'],
    ['wijkwerk://app/#/contacts?unheard=of', 'unreadable'],
    ['wijkwerk://app/#/contacts?from=2026-13-45', 'unreadable'],
    ['wijkwerk://app/#/contacts?columns=%5B%22when%22%2C%22when%22%5D', 'unreadable'],
    ['wijkwerk://app/#/contacts?openPromise=false', 'unreadable'],
    ['wijkwerk://app/#/contacts?widths=%7B%22when%22%3A900%7D', 'unreadable'],
  ])('%s is %s', (text, problem) => {
    expect(readViewLink(text)).toEqual({ problem });
  });

  it('of any length or sign never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readViewLink(`wijkwerk://app/#/contacts?${text}`);
        expect('search' in read || read.problem === 'unreadable').toBe(true);
      }),
    );
    expect(readViewLink(`wijkwerk://app/#/contacts?reason=%`)).toHaveProperty('problem');
    expect(readViewLink(`wijkwerk://app/#/contacts?${'x'.repeat(30_000)}`)).toHaveProperty(
      'problem',
    );
    expect(looksLikeViewLink(' wijkwerk://app/#/contacts')).toBe(true);
  });
});

it('what stands in the address of a window and cannot be read does not narrow', () => {
  const search = contactSearchSchema.parse({ reason: 'traffic', from: 'never', group: 'planet' });
  expect(search).toMatchObject({ reason: 'traffic', from: undefined, group: undefined });
});
