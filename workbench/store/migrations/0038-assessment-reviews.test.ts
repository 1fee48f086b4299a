import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { MIGRATIONS } from './migrations.ts';

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(
    MIGRATIONS.find(({ name }) => name === 'assessment-reviews')?.version ?? 0,
  );
});
afterEach(() => file.dispose());

it('finds assessments that wait, the longest first, by an index of open dossiers alone', () => {
  const put = file.connection.prepare(
    `insert into casework (entity, id, dossier_id, action_id, neighbourhood_id, state, fields, version)
     values (@entity, @id, 'd', '', '', @state, @fields, 1)`,
  );
  const dossier = (id: string, state: string, fields: object): void => {
    put.run({ entity: 'dossier', id, state, fields: JSON.stringify(fields) });
  };
  dossier('late', 'analysis', { reviewOn: '2026-06-14' });
  dossier('later', 'scanning', { reviewOn: '2026-06-01' });
  dossier('today', 'analysis', { reviewOn: '2026-06-15' });
  dossier('closed', 'closed', { reviewOn: '2026-06-01' });
  dossier('never', 'analysis', { reviewOn: null });
  dossier('older', 'analysis', {});
  put.run({ entity: 'action', id: 'a', state: 'active', fields: '{"reviewOn":"2026-06-01"}' });
  const query = `select id from casework
    where entity = 'dossier' and state <> 'closed' and fields ->> '$.reviewOn' < ?
    order by fields ->> '$.reviewOn', id`;
  const found = file.connection.prepare(query).pluck().all('2026-06-15');
  expect(found).toEqual(['later', 'late']);
  const plan = file.connection
    .prepare<[string], { detail: string }>(`explain query plan ${query}`)
    .all('2026-06-15')
    .map(({ detail }) => detail);
  expect(plan).toEqual([expect.stringContaining('USING INDEX casework_by_review')]);
});
