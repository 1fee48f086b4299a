import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { migrate } from '../migrate.ts';
import { MIGRATIONS } from './migrations.ts';

const AT = MIGRATIONS.findIndex(({ name }) => name === 'objections');

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(MIGRATIONS[AT - 1]?.version ?? 0);
});
afterEach(() => file.dispose());

const upgrade = () =>
  migrate(file.connection, { copyPath: () => ':memory:', upTo: MIGRATIONS[AT]?.version ?? 0 });
const waiting = () =>
  file.connection.prepare('select id, waits from board_step order by id').raw().all();

function put(id: string, fields: object): void {
  file.connection
    .prepare(
      `insert into casework (entity, id, dossier_id, action_id, neighbourhood_id, state, fields, version)
       values ('means-step', @id, 'd', '', '', '', @fields, 1)
       on conflict (entity, id) do update set fields = excluded.fields`,
    )
    .run({ id, fields: JSON.stringify(fields) });
}
const HEAVY = { kind: 'taken', means: 'coercion', urgent: false, reviewedBy: null, secondBy: null };

it('says of every step whether a second pair of eyes waits for an answer, of older rows too', async () => {
  put('a', HEAVY);
  put('b', { ...HEAVY, urgent: true });
  put('c', { ...HEAVY, secondBy: 'samir' });
  await upgrade();
  expect(waiting()).toEqual([
    ['a', 'eyes'],
    ['b', 'review'],
  ]);

  put('a', { ...HEAVY, objections: [{ revision: 0 }] });
  put('d', { ...HEAVY, objections: [], revisions: [], withdrawnBy: null });
  expect(waiting()).toEqual([
    ['a', 'answer'],
    ['b', 'review'],
    ['d', 'eyes'],
  ]);
  put('a', { ...HEAVY, objections: [{ revision: 0 }], revisions: [{}] });
  put('d', { ...HEAVY, objections: [{ revision: 0 }], withdrawnBy: 'noor' });
  put('e', { ...HEAVY, objections: [{ revision: 0 }, { revision: 1 }], revisions: [{}] });
  expect(waiting()).toEqual([
    ['a', 'eyes'],
    ['b', 'review'],
    ['e', 'answer'],
  ]);
  put('a', { ...HEAVY, objections: [{ revision: 0 }], revisions: [{}], secondBy: 'samir' });
  file.connection.exec(`delete from casework where id = 'e'`);
  expect(waiting()).toEqual([['b', 'review']]);
});
