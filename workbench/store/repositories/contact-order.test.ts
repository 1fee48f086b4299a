import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  CHANNELS,
  CONTACT_REASONS,
  FEELINGS,
  NEXT_STEPS,
} from '#shared/domain/contacts/code-lists.ts';
import { type ContactFilter, valuesOf } from '#shared/domain/contacts/contact-filter.ts';
import {
  CONTACT_GROUPINGS,
  CONTACT_SORTS,
  type ContactSort,
  feelingStep,
} from '#shared/domain/contacts/contact-view.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { type ManyContacts, plantManyContacts } from '../../../tests/factories/many-contacts.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { readContactGroups, readContactPage } from '../../features/contacts/index.ts';
import type { NewContactRow } from './contact-rows.ts';

let test: TestFile;
let many: ManyContacts;
beforeAll(async () => {
  test = await openTestFile();
  many = await plantManyContacts(test.store, 300);
});
afterAll(() => test.dispose());

const STREET_NAMES = ['Zwanenkaai', 'Élysée', 'Lindeplein', 'Straat 10', 'Straat 9'];
const { compare } = new Intl.Collator('nl-BE', { numeric: true });

/** What the filter means, said once more without a database. */
function holds(row: NewContactRow, filter: ContactFilter): boolean {
  const any = (field: string | readonly string[] | undefined, value: string | null) =>
    field === undefined || (value !== null && valuesOf<string>(field).includes(value));
  const day = dayOf(row.occurredAt);
  return (
    (filter.from ?? '') <= day &&
    day <= (filter.to ?? '9') &&
    any(filter.reason, row.reason) &&
    any(filter.streetId, row.streetId) &&
    any(filter.neighbourhoodId, row.neighbourhoodId) &&
    any(filter.authorId, row.authorId) &&
    any(filter.channel, row.channel) &&
    any(filter.feeling, row.feeling) &&
    any(filter.nextStep, row.nextStep) &&
    (filter.problem === undefined ||
      valuesOf(filter.problem).some((code) => row.problems.includes(code))) &&
    (filter.openPromise === undefined || many.promised.has(row.id)) &&
    any(filter.sensitivity, row.sensitivity) &&
    (filter.withdrawn === undefined || row.withdrawn === (filter.withdrawn === 'only')) &&
    filter.amended === undefined
  );
}

/** What a row is sorted by, as a text that sorts by itself; undefined when it has none. */
function sortText(row: NewContactRow, by: ContactSort['by']): string | undefined {
  switch (by) {
    case 'when':
      return row.occurredAt;
    case 'street':
      return STREET_NAMES[many.streets.indexOf(row.streetId)];
    case 'neighbourhood':
      return row.neighbourhoodId === null
        ? undefined
        : ['Maanwijk', 'Zonnewijk'][many.neighbourhoods.indexOf(row.neighbourhoodId)];
    case 'author':
      return ['Noor Voorbeeld', 'Milan Verzonnen'][many.officers.indexOf(row.authorId)];
    case 'reason':
      return row.reason;
    case 'channel':
      return row.channel ?? undefined;
    case 'feeling':
      return row.feeling === null ? undefined : String(feelingStep(row.feeling));
  }
}

async function readAll(filter: ContactFilter, sort: ContactSort, limit: number) {
  const ids: string[] = [];
  let cursor: string | null = null;
  let total = -1;
  do {
    const page: Awaited<ReturnType<typeof readContactPage>> = await readContactPage(test.file, {
      filter,
      sort,
      cursor,
      limit,
    });
    ids.push(...page.rows.map(({ id }) => id));
    total = page.total;
    cursor = page.nextCursor;
  } while (cursor !== null);
  return { ids, total };
}

const some = <Value extends string>(values: readonly Value[]) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }), {
    nil: undefined,
    freq: 2,
  });
const flag = fc.option(fc.constant(true as const), { nil: undefined, freq: 5 });

function anyFilter(): fc.Arbitrary<ContactFilter> {
  return fc.record({
    from: fc.constantFrom(undefined, '2026-03-29', '2026-04-01'),
    to: fc.constantFrom(undefined, '2026-04-10', '2026-03-30'),
    reason: some(CONTACT_REASONS.slice(0, 4)),
    neighbourhoodId: some(many.neighbourhoods),
    streetId: some(many.streets),
    authorId: fc.constantFrom(undefined, ...many.officers),
    channel: fc.constantFrom(undefined, undefined, CHANNELS[0], [CHANNELS[1], CHANNELS[2]]),
    feeling: some(FEELINGS),
    problem: some(['unadapted-speed', 'dumping-litter']),
    nextStep: some(NEXT_STEPS),
    sensitivity: fc.constantFrom(undefined, undefined, 'normal' as const),
    openPromise: flag,
    withdrawn: fc.constantFrom(undefined, 'hide' as const, 'only' as const),
  });
}

describe('the pages of a list', () => {
  it('together are the whole list, sorted, no row lost or doubled', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyFilter(),
        fc.record({ by: fc.constantFrom(...CONTACT_SORTS), descending: fc.boolean() }),
        fc.integer({ min: 1, max: 40 }),
        async (filter, sort, limit) => {
          const wanted = many.rows.filter((row) => holds(row, filter));
          const { ids, total } = await readAll(filter, sort, limit);
          expect(total).toBe(wanted.length);
          expect([...ids].sort()).toEqual(wanted.map(({ id }) => id).sort());
          const byId = new Map(many.rows.map((row) => [row.id, row]));
          const rows = ids.flatMap((id) => byId.get(id) ?? []);
          rows.slice(1).forEach((row, index) => {
            const before = rows[index];
            if (before) expectInOrder(before, row, sort);
          });
        },
      ),
      { numRuns: 150 },
    );
  });

  function expectInOrder(one: NewContactRow, next: NewContactRow, sort: ContactSort): void {
    const first = sortText(one, sort.by);
    const second = sortText(next, sort.by);
    if (first === undefined || second === undefined) {
      expect([first === undefined, second === undefined]).not.toEqual([true, false]);
      return;
    }
    // Reasons and channels are sorted by what they are called, which is another test.
    const isCoded = sort.by === 'reason' || sort.by === 'channel';
    const order = isCoded && first !== second ? -1 : compare(first, second);
    expect(sort.descending && !isCoded ? -order : order).toBeLessThanOrEqual(0);
    if (first === second && sort.by !== 'when') {
      expect(one.occurredAt >= next.occurredAt).toBe(true);
    }
  }

  it('keep values that belong together side by side', async () => {
    for (const by of ['reason', 'channel', 'street'] as const) {
      const { ids } = await readAll({}, { by, descending: true }, 7);
      const byId = new Map(many.rows.map((row) => [row.id, sortText(row, by)]));
      const values = ids.map((id) => byId.get(id));
      const runs = values.filter((value, index) => value !== values[index - 1]);
      expect(new Set(runs).size, by).toBe(runs.length);
    }
  });

  it('follow the names of the language: French where there is one, accents beside their letter', async () => {
    const streetsIn = async (language: 'nl' | 'fr') => {
      const sort = { by: 'street', descending: false } as const;
      const page = { filter: {}, sort, language, cursor: null, limit: 500 };
      const { rows } = await readContactPage(test.file, page);
      const names = rows.map(({ streetNameNl, streetNameFr }) =>
        language === 'fr' && streetNameFr !== '' ? streetNameFr : streetNameNl,
      );
      return [...new Set(names)];
    };
    expect(await streetsIn('nl')).toEqual([
      'Élysée',
      'Lindeplein',
      'Straat 9',
      'Straat 10',
      'Zwanenkaai',
    ]);
    expect((await streetsIn('fr'))[0]).toBe('Avenue des Cygnes');
  });

  it('refuse a cursor of another order', async () => {
    const first = await readContactPage(test.file, { filter: {}, cursor: null, limit: 5 });
    await expect(
      readContactPage(test.file, {
        filter: {},
        sort: { by: 'street', descending: false },
        cursor: first.nextCursor,
        limit: 5,
      }),
    ).rejects.toMatchObject({ code: 'INVALID_FIELD', data: { field: 'cursor' } });
  });
});

describe('the groups of a list', () => {
  it('hold every contact of the filter once, and their pages are as long as they say', async () => {
    await fc.assert(
      fc.asyncProperty(anyFilter(), fc.constantFrom(...CONTACT_GROUPINGS), async (filter, by) => {
        const groups = await readContactGroups(test.file, { filter, by, language: 'nl' });
        const sum = groups.reduce((whole, { count }) => whole + count, 0);
        expect(sum).toBe(many.rows.filter((row) => holds(row, filter)).length);
        for (const { group, count } of groups) {
          const page = { filter, group, cursor: null, limit: 500 };
          const { rows, total } = await readContactPage(test.file, page);
          expect([rows.length, total]).toEqual([count, count]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('begin weeks on Monday and months at midnight in Brussels, newest first', async () => {
    const keysOf = async (by: 'week' | 'month') => {
      const groups = await readContactGroups(test.file, { filter: {}, by, language: 'nl' });
      return groups.map(({ group }) => group.key);
    };
    expect(await keysOf('month')).toEqual(['2026-04-01', '2026-03-01']);
    const weeks = await keysOf('week');
    expect(weeks.at(-1)).toBe('2026-03-16');
    expect(weeks.every((day) => new Date(`${day}`).getUTCDay() === 1)).toBe(true);
  });
});

describe('the narrow rows', () => {
  it('follow a contact that is amended, moved and taken away', async () => {
    const own = await openTestFile({ seed: 9 });
    try {
      const { rows } = await plantManyContacts(own.store, 3, 4);
      const facets = () => own.store.read.selectFrom('contact_facet').selectAll().execute();
      expect(await facets()).toHaveLength(3);
      await own.store.write(async ({ tables }) => {
        await tables.deleteFrom('promise').execute();
        const [first] = rows;
        await tables
          .deleteFrom('contact')
          .where('id', '=', first?.id ?? '')
          .execute();
      });
      expect(await facets()).toHaveLength(2);
    } finally {
      await own.dispose();
    }
  });
});
