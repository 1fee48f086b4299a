import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(1);
});
afterEach(() => file.dispose());

function insertOperation(values: Record<string, unknown> = {}): void {
  const row = {
    device_seq: 1,
    op_id: 'op-1',
    device_id: 'device',
    author_id: 'author',
    made_at: '2026-06-15T08:00:00.000Z',
    entity: 'contact',
    entity_id: 'c1',
    base_version: 0,
    op_version: 1,
    change: '{}',
    state: 'only-here',
    receipt: '',
    ...values,
  };
  const names = Object.keys(row);
  file.connection
    .prepare(
      `insert into operation (${names.join()}) values (${names.map((name) => `@${name}`).join()})`,
    )
    .run(row);
}

it('keeps every operation once, in a sequence that begins at one', () => {
  insertOperation();
  expect(() => insertOperation({ op_id: 'op-2' })).toThrow(/UNIQUE/);
  expect(() => insertOperation({ device_seq: 2 })).toThrow(/UNIQUE/);
  expect(() => insertOperation({ device_seq: 0, op_id: 'op-0' })).toThrow(/CHECK/);
});

it('takes no state or change that nothing could read', () => {
  expect(() => insertOperation({ state: 'lost' })).toThrow(/CHECK/);
  expect(() => insertOperation({ change: '{"half":' })).toThrow(/CHECK/);
  expect(() => insertOperation({ base_version: -1 })).toThrow(/CHECK/);
  expect(() => insertOperation({ receipt: null })).toThrow(/NOT NULL/);
});

it('lets the centre’s answer be noted, and nothing else of an operation be changed', () => {
  insertOperation();
  file.connection.exec(`update operation set state = 'accepted', receipt = 'R-1'`);
  for (const column of ['op_id', 'author_id', 'made_at', 'entity_id', 'change', 'device_seq']) {
    expect(() => file.connection.exec(`update operation set ${column} = ${column}`)).toThrow(
      /never edited/,
    );
  }
});

it('finds what waits by an index', () => {
  const plan = file.connection
    .prepare(
      `explain query plan select count(*) from operation where state in ('only-here', 'under-way')`,
    )
    .all();
  expect(JSON.stringify(plan)).toContain('operation_waiting');
});
