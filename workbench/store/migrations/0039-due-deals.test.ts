import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { MIGRATIONS } from './migrations.ts';

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(MIGRATIONS.find(({ name }) => name === 'due-deals')?.version ?? 0);
});
afterEach(() => file.dispose());

it.each([
  ['they', 'casework_by_their_part'],
  ['we', 'casework_by_our_part'],
])('finds what %s have yet to do by an index of that alone', (side, index) => {
  const put = file.connection.prepare(
    `insert into casework (entity, id, dossier_id, action_id, neighbourhood_id, state, fields, version)
     values (@entity, @id, 'd', 'a', '', '', @fields, 1)`,
  );
  const deal = (id: string, dueOn: string | null, changes: object = {}, entity = 'deal'): void => {
    const fields = { [`${side}DueOn`]: dueOn, [`${side}DoneOn`]: null, withdrawn: false };
    put.run({ entity, id, fields: JSON.stringify({ ...fields, ...changes }) });
  };
  deal('late', '2026-06-14');
  deal('later', '2026-06-01');
  deal('today', '2026-06-15');
  deal('withdrawn', '2026-06-01', { withdrawn: true });
  deal('done', '2026-06-01', { [`${side}DoneOn`]: '2026-06-03' });
  deal('never', null);
  deal('lesson', '2026-06-01', {}, 'lesson');
  const query = `select id from casework
    where entity = 'deal' and fields ->> '$.withdrawn' = 0
      and fields ->> '$.${side}DoneOn' is null and fields ->> '$.${side}DueOn' < ?
    order by fields ->> '$.${side}DueOn', id`;
  expect(file.connection.prepare(query).pluck().all('2026-06-15')).toEqual(['later', 'late']);
  const plan = file.connection
    .prepare<[string], { detail: string }>(`explain query plan ${query}`)
    .all('2026-06-15')
    .map(({ detail }) => detail);
  expect(plan).toEqual([expect.stringContaining(`USING INDEX ${index}`)]);
});
