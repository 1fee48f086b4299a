import fc from 'fast-check';
import { expect, it } from 'vitest';

import { serverUnreachable } from './server-unreachable.ts';

const failure = (code: string) => Object.assign(new Error('no'), { code });

it('says where and why, by the codes of the system and of PostgreSQL', () => {
  const url = 'postgres://centre@db.voorbeeld.test:5433/zone%20noord';
  expect(serverUnreachable(url, failure('ECONNREFUSED'))?.message).toBe(
    'The database server at db.voorbeeld.test:5433, database zone noord, user centre: nothing listens there (ECONNREFUSED). See WIJKWERK_CENTRAL_DATABASE.',
  );
  expect(serverUnreachable('postgres:///zone?host=/run/pg', failure('ENOENT'))?.message).toMatch(
    /^The database server at \/run\/pg, database zone: nothing listens there/,
  );
  expect(serverUnreachable('postgres://h/100%', failure('ENOTFOUND'))?.message).toContain(
    'database 100%: ',
  );
  expect(serverUnreachable(url, failure('3D000'))?.message).toContain('no database of that name');
});

it('leaves other failures alone', () => {
  expect(serverUnreachable('postgres://h/d', failure('23505'))).toBeUndefined();
  expect(serverUnreachable('postgres://h/d', 'ECONNREFUSED')).toBeUndefined();
  expect(serverUnreachable('pglite:folder', new Error('no'))).toBeUndefined();
});

it('never says a password', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.constantFrom('28P01', 'ENOTFOUND'), (password, code) => {
      const url = `postgres://centre:${password}@db.voorbeeld.test/zone`;
      expect(serverUnreachable(url, failure(code))?.message).not.toContain(password);
    }),
  );
});
