import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { countTerms } from '#shared/domain/search/highlight.ts';
import { readQuery, type SearchQuery } from '#shared/domain/search/search-query.ts';

import { walkBeginnings } from './walk-beginnings.ts';

interface Row {
  readonly row_id: number;
  readonly text: string;
}

/** An index of these texts, the last of them the newest, that notes what it was asked. */
function indexOf(texts: readonly string[]) {
  const rows = texts.map((text, index) => ({ row_id: index + 1, text })).reverse();
  const asked: SearchQuery[] = [];
  return {
    asked,
    find(query: SearchQuery, before: number | null, limit: number): Promise<readonly Row[]> {
      asked.push(query);
      const matching = rows.filter(
        ({ row_id, text }) =>
          (before === null || row_id < before) && countTerms(text, query) === query.length,
      );
      return Promise.resolve(matching.slice(0, limit));
    },
    textsOf: (row: Row) => [row.text],
  };
}

const walk = (index: ReturnType<typeof indexOf>, text: string, limit: number) =>
  walkBeginnings({ ...index, query: readQuery(text) }, null, limit);

describe('walking the beginning of a word', () => {
  it('gives what the index itself would give, in its order, from wherever it begins', async () => {
    const word = fc.constantFrom(
      'overlast',
      'oversteek',
      'over',
      'ove',
      'overleg',
      'buren',
      'ovens',
    );
    const sentence = fc.array(word, { maxLength: 3 }).map((words) => words.join(' '));
    const typed = fc.constantFrom(
      'overl',
      'overla',
      'over',
      'ove',
      'buren overs',
      '"buren over',
      'bure',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(sentence, { maxLength: 150 }),
        typed,
        fc.integer({ min: 1, max: 40 }),
        fc.option(fc.integer({ min: 1, max: 150 })),
        async (texts, text, limit, cursor) => {
          const index = indexOf(texts);
          const query = readQuery(text);
          const found = await walkBeginnings({ ...index, query }, cursor, limit);
          expect(found).toEqual(await index.find(query, cursor, limit));
        },
      ),
    );
  });

  it('never asks the index for the whole beginning where it is frequent', async () => {
    const index = indexOf(Array.from({ length: 500 }, (_, at) => (at % 3 ? 'oven' : 'overlast')));
    expect(await walk(index, 'overla', 20)).toHaveLength(20);
    expect(index.asked.map((query) => query[0]?.words)).toEqual([['ove'], ['ove'], ['ove']]);
  });

  it('asks for the whole beginning as soon as it proves rare', async () => {
    const index = indexOf(Array.from({ length: 500 }, (_, at) => (at === 7 ? 'overlast' : 'oven')));
    expect(await walk(index, 'overla', 20)).toEqual([{ row_id: 8, text: 'overlast' }]);
    expect(index.asked.map((query) => query[0]?.words)).toEqual([['ove'], ['overla']]);
  });
});
