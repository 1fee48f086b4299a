import { afterEach, beforeEach, expect, it } from 'vitest';

import { AFFECTED, MEANS, VERDICTS } from '#shared/domain/actions/vocabulary.ts';
import { CODE_LISTS, codeSchema, LONGEST_CODE_NAME } from '#shared/domain/codes/code.ts';
import { STARTER_CODES } from '#shared/domain/codes/starter-codes.ts';
import { idSchema } from '#shared/lib/ids.ts';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { FILE_VERSION } from './migrations.ts';

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(FILE_VERSION);
});
afterEach(() => file.dispose());

const rows = (list: string) =>
  file.connection
    .prepare(`select * from code where list = ? order by position`)
    .all(list) as Record<string, string>[];

it('has a word for everything that rules rest on, in their order', () => {
  for (const [list, codes] of [
    ['affected', AFFECTED],
    ['means', MEANS],
    ['verdict', VERDICTS],
  ] as const) {
    expect(rows(list).map(({ code }) => code)).toEqual(codes);
  }
});

it('leaves no list of the application without codes', () => {
  for (const list of CODE_LISTS) expect([list, rows(list).length > 0]).toEqual([list, true]);
});

it('begins with the codes that the centre takes it to begin with, under the same ids', () => {
  const all = file.connection.prepare('select id, list, code from code order by id').all();
  expect(all).toEqual(STARTER_CODES);
});

it('names every starter in three languages, each with an id of its own', () => {
  const all = ['task-type', 'plan-priority', 'affected', 'means', 'verdict'].flatMap(rows);
  for (const row of all) {
    expect(idSchema.safeParse(row['id']).success).toBe(true);
    expect(codeSchema.safeParse(row['code']).success).toBe(true);
    for (const name of [row['name_nl'], row['name_fr'], row['name_en']]) {
      expect(name?.length).toBeGreaterThan(0);
      expect(name?.length).toBeLessThanOrEqual(LONGEST_CODE_NAME);
    }
  }
  expect(new Set(all.map((row) => row['id'])).size).toBe(all.length);
});
