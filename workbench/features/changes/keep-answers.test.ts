import { expect, it } from 'vitest';

import type { ChangeTopic } from '#shared/contract/desk.ts';

import type { OpenFile } from '../../context.ts';
import { countRevisions } from './index.ts';
import { keepAnswers } from './keep-answers.ts';

function fileOf(store = {} as OpenFile['store']) {
  const revisions = countRevisions();
  return {
    store,
    revision: revisions.of,
    change: (topic: ChangeTopic) => revisions.note([topic]),
  };
}

it('reads once per key until something in the file changes, and not at what is being typed', async () => {
  const answers = keepAnswers<number>(2);
  const file = fileOf();
  let readings = 0;
  const ask = (key = 'a') => answers(file, key, () => Promise.resolve((readings += 1)));
  expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
  file.change('drafts');
  expect(await ask()).toBe(1);
  file.change('promises');
  expect(await ask()).toBe(2);
  expect(await ask('b')).toBe(3);
  expect(await ask()).toBe(2);
});

it('forgets what was used longest ago, and what failed', async () => {
  const answers = keepAnswers<string>(2);
  const file = fileOf();
  const read: string[] = [];
  const ask = (key: string) =>
    answers(file, key, () => {
      read.push(key);
      return Promise.resolve(key);
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key);
  expect(read).toEqual(['a', 'b', 'c', 'b']);
  await expect(answers(file, 'x', () => Promise.reject(new Error('planned')))).rejects.toThrow();
  expect(await ask('x')).toBe('x');
});

it('never gives one file what belongs to another', async () => {
  const answers = keepAnswers<string>(2);
  expect(await answers(fileOf(), 'a', () => Promise.resolve('one'))).toBe('one');
  expect(await answers(fileOf(), 'a', () => Promise.resolve('other'))).toBe('other');
});
