import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { migrate } from '../migrate.ts';
import { up } from './0030-search-dossiers.ts';
import { MIGRATIONS } from './migrations.ts';

const VERSION = MIGRATIONS.find(({ up: step }) => step === up)?.version ?? 0;

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(VERSION - 1);
});
afterEach(() => file.dispose());

const put = (entity: string, id: string, fields: object) =>
  file.connection
    .prepare(
      `insert into casework (entity, id, dossier_id, action_id, neighbourhood_id, state, fields, version)
       values (?, ?, ?, '', '', '', ?, 1)
       on conflict (entity, id) do update set fields = excluded.fields`,
    )
    .run(entity, id, id, JSON.stringify(fields));

const upgrade = () =>
  migrate(file.connection, {
    copyPath: (from) => `${file.connection.name}.${from}`,
    upTo: VERSION,
  });

const found = (words: string) =>
  file.connection
    .prepare<[string], { id: string }>(
      `select id from casework_text join casework on casework.row_id = casework_text.rowid
       where casework_text match ? order by casework_text.rowid desc`,
    )
    .all(words)
    .map(({ id }) => id);

describe('the search in dossiers and actions', () => {
  it('finds what was there before, in whatever text of it', async () => {
    put('dossier', 'd', { title: 'Te snel', analysis: 'Rechte straat', cheersHarm: null });
    put('action', 'a', { title: 'Trager', sign: { what: 'auto’s geteld' }, feedback: null });
    put('measure', 'm', { title: 'Te snel' });
    await upgrade();
    expect(found('snel')).toEqual(['d']);
    expect(found('rechte AND straat')).toEqual(['d']);
    expect(found('geteld')).toEqual(['a']);
    expect(found('tra*')).toEqual(['a']);
  });

  it('follows every change', async () => {
    await upgrade();
    put('dossier', 'd', { title: 'Te snel' });
    put('action', 'a', { title: 'Élan snel', learned: 'Vroeg' });
    expect(found('elan')).toEqual(['a']);
    expect(found('snel')).toEqual(['a', 'd']);
    put('dossier', 'd', { title: 'Lawaai' });
    expect(found('snel')).toEqual(['a']);
    expect(found('lawaai')).toEqual(['d']);
    file.connection.prepare(`delete from casework where id = 'd'`).run();
    expect(found('lawaai')).toEqual([]);
    put('lesson', 'l', { title: 'Lawaai' });
    file.connection.prepare(`delete from casework where id = 'l'`).run();
    expect(found('vroeg')).toEqual(['a']);
  });
});
