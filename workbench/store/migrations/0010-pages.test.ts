import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(10);
});
afterEach(() => file.dispose());

const columnsOf = (index: string) =>
  file.connection.prepare('select name from pragma_index_info(?)').pluck().all(index);

it('keeps in the index by place all that a picture of the place counts', () => {
  for (const [index, column] of [
    ['contact_by_street', 'street_id'],
    ['contact_by_neighbourhood', 'neighbourhood_id'],
  ] as const) {
    expect(columnsOf(index)).toEqual([column, 'row_id', 'withdrawn', 'reason', 'feeling']);
  }
});

it('has an index for each way that promises are listed', () => {
  expect(columnsOf('promise_open')).toEqual(['due_on', 'id', 'street_id']);
  expect(columnsOf('promise_by_owner')).toEqual(['owner_id', 'due_on', 'id']);
  expect(columnsOf('promise_by_street')).toEqual(['street_id', 'due_on', 'id']);
  expect(columnsOf('promise_by_due')).toEqual(['due_on', 'id']);
});
