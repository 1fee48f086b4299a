import { afterEach, beforeEach, expect, it } from 'vitest';

import { CODE_LISTS, codeRowSchema } from '#shared/domain/codes/code.ts';
import {
  CHANNELS,
  CONTACT_REASONS,
  FEELINGS,
  NEXT_STEPS,
  PROBLEMS,
  SENSITIVITIES,
} from '#shared/domain/contacts/code-lists.ts';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(6);
});
afterEach(() => file.dispose());

const codesOf = (list: string) =>
  file.connection
    .prepare('select code from code where list = ? order by position')
    .pluck()
    .all(list);

it('fills its lists with codes that the application can read', () => {
  const rows = file.connection
    .prepare(
      `select id, list, code, name_nl as nameNl, name_fr as nameFr, name_en as nameEn, family, position,
         valid_from as validFrom, valid_to as validTo from code`,
    )
    .all();
  const codes = rows.map((row) => codeRowSchema.parse(row));
  // Later migrations bring the lists that follow; `0026-casework-codes.test.ts` asks about all of them.
  expect([...new Set(codes.map(({ list }) => list))].sort()).toEqual(
    CODE_LISTS.slice(0, 8).toSorted(),
  );
  expect(codes.every(({ nameNl, nameFr, nameEn }) => nameNl && nameFr && nameEn)).toBe(true);
  expect(new Set(codes.map(({ id }) => id)).size).toBe(codes.length);
});

it.each([
  ['contact-reason', CONTACT_REASONS],
  ['channel', CHANNELS],
  ['next-step', NEXT_STEPS],
  ['feeling', FEELINGS],
  ['problem', PROBLEMS],
  ['sensitivity', SENSITIVITIES],
])('has the starter codes of %s in their order', (list, codes) => {
  expect(codesOf(list)).toEqual(codes);
});

it('deletes no code and lets none change its meaning', () => {
  expect(() => file.connection.exec(`delete from code where code = 'mail'`)).toThrow(
    /never deleted/,
  );
  expect(() => file.connection.exec(`update code set code = 'x' where code = 'mail'`)).toThrow(
    /its meaning/,
  );
  file.connection.exec(`update code set name_nl = 'Post' where code = 'mail'`);
});

it('takes no code twice in a list and none that is never valid', () => {
  const add = (code: string, from: string, to: string, family = '') =>
    file.connection
      .prepare(`insert into code values (?, 'channel', ?, 'x', '', '', ?, 1, ?, ?, 1)`)
      .run(crypto.randomUUID(), code, family, from, to);
  add('letter', '2026-01-01', '2027-01-01');
  expect(() => add('letter', '2026-01-01', '2027-01-01')).toThrow(/UNIQUE/);
  expect(() => add('fax', '2026-01-01', '2026-01-01')).toThrow(/CHECK/);
  expect(() => add('telex', '2026-01-01', '2027-01-01', 'care')).toThrow(/CHECK/);
});
