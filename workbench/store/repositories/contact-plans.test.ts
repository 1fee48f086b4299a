import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ContactFilter } from '#shared/domain/contacts/contact-filter.ts';
import {
  CONTACT_GROUPINGS,
  CONTACT_SORTS,
  type ContactSort,
  NEWEST_FIRST,
} from '#shared/domain/contacts/contact-view.ts';

import { plantManyContacts } from '../../../tests/factories/many-contacts.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { explainGroups } from './contact-groups.ts';
import { explainRowsAfter } from './contact-order.ts';

let test: TestFile;
beforeAll(async () => {
  test = await openTestFile();
  await plantManyContacts(test.store, 300);
});
afterAll(() => test.dispose());

describe('how SQLite reads it', () => {
  const listing = (filter: ContactFilter, sort: ContactSort = NEWEST_FIRST) =>
    explainRowsAfter(test.store.read, { filter, group: null, sort, language: 'nl' });
  const oldest: ContactSort = { by: 'when', descending: false };

  it.each([
    ['everything', {}, NEWEST_FIRST, 'INTEGER PRIMARY KEY'],
    ['the oldest', {}, oldest, 'INTEGER PRIMARY KEY'],
    ['a period', { from: '2026-01-01' }, NEWEST_FIRST, 'INTEGER PRIMARY KEY'],
    ['one reason', { reason: 'traffic' }, NEWEST_FIRST, 'contact_facet_by_reason'],
    ['reasons', { reason: ['traffic', 'school'] }, NEWEST_FIRST, 'contact_facet_by_reason'],
    ['one street', { streetId: 'x' }, NEWEST_FIRST, 'contact_facet_by_street'],
    ['a neighbourhood', { neighbourhoodId: 'x' }, oldest, 'contact_facet_by_neighbourhood'],
    ['an author', { authorId: 'x' }, NEWEST_FIRST, 'contact_facet_by_author'],
    ['a channel', { channel: 'mail', from: '2026-01-01' }, oldest, 'contact_facet_by_channel'],
    ['feelings', { feeling: ['often', 'always'] }, NEWEST_FIRST, 'contact_facet_by_feeling'],
    ['those not withdrawn', { withdrawn: 'hide' }, NEWEST_FIRST, 'INTEGER PRIMARY KEY'],
    ['withdrawn ones', { withdrawn: 'only' }, NEWEST_FIRST, 'contact_facet_withdrawn'],
    ['restricted ones', { sensitivity: 'restricted' }, oldest, 'contact_facet_restricted'],
    ['amended ones', { amended: true }, NEWEST_FIRST, 'contact_facet_amended'],
    ['a problem', { problem: 'other' }, NEWEST_FIRST, 'contact_problem_of'],
  ] as const)('a page of %s by an index, without sorting', async (_, filter, sort, index) => {
    const plan = await listing({ ...filter } as ContactFilter, sort);
    expect(plan).toContain(index);
    expect(plan).not.toContain('TEMP B-TREE');
  });

  it.each(CONTACT_SORTS.filter((by) => by !== 'when'))(
    'a page sorted by %s by its index, without sorting',
    async (by) => {
      for (const filter of [
        {},
        { from: '2026-01-01', withdrawn: 'hide' as const },
        { reason: 'traffic', neighbourhoodId: ['x', 'y'] },
      ]) {
        const plan = await listing(filter, { by, descending: false });
        expect(plan).toContain(`COVERING INDEX contact_facet_by_${by}`);
        expect(plan).not.toContain('TEMP B-TREE');
      }
    },
  );

  it.each(CONTACT_GROUPINGS)('the sizes of groups by %s without sorting', async (by) => {
    for (const filter of [{}, { channel: ['mail', 'street'], withdrawn: 'hide' as const }]) {
      const plan = await explainGroups(test.store.read, filter, by);
      expect(plan).not.toContain('TEMP B-TREE');
    }
  });
});
