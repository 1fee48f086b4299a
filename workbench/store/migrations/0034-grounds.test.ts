import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { migrate } from '../migrate.ts';
import { MIGRATIONS } from './migrations.ts';

const AT = MIGRATIONS.findIndex(({ name }) => name === 'grounds');

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
const URGENT = { kind: 'taken', means: 'coercion', urgent: true, reviewedBy: null, secondBy: null };

it('says of every step what it waits for, of those that were there and of those that come', async () => {
  put('a', URGENT);
  put('b', { ...URGENT, urgent: false });
  put('c', { ...URGENT, reviewedBy: 'lead' });
  await upgrade();
  expect(waiting()).toEqual([
    ['a', 'review'],
    ['b', 'eyes'],
  ]);

  put('a', { ...URGENT, reviewedBy: 'lead', reviewedTooEarly: true });
  put('b', { ...URGENT, urgent: false, secondBy: 'samir' });
  put('d', { ...URGENT, urgent: false, means: 'talk' });
  put('e', { ...URGENT, kind: 'tried' });
  put('f', { ...URGENT, urgent: false, means: 'official-report' });
  expect(waiting()).toEqual([
    ['a', 'review'],
    ['f', 'eyes'],
  ]);
  put('a', { ...URGENT, reviewedBy: 'lead', reviewedTooEarly: false });
  file.connection.exec(`delete from casework where id = 'f'`);
  expect(waiting()).toEqual([]);
});
