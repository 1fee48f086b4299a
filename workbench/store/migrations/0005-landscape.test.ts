import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(5);
});
afterEach(() => file.dispose());

const insert = (values: { kind?: string; geometry?: string; validTo?: string }) => {
  const { kind = 'water', geometry = '{"type":"MultiPolygon","coordinates":[]}' } = values;
  file.connection
    .prepare(
      `insert into landscape (id, kind, official_id, name_nl, name_fr, geometry, valid_from, valid_to,
         opened_by, closed_by)
       values (?, ?, 'l', '', '', ?, '2026-01-01', ?, 'i', '')`,
    )
    .run(crypto.randomUUID(), kind, geometry, values.validTo ?? '9999-12-31');
};

it('takes water, green and railways, and nothing else', () => {
  for (const kind of ['water', 'green', 'rail']) insert({ kind });
  expect(() => insert({ kind: 'building' })).toThrow(/CHECK/);
});

it('refuses a geometry that is no JSON and a validity that ends before it begins', () => {
  expect(() => insert({ geometry: '{"type":' })).toThrow(/CHECK/);
  expect(() => insert({ validTo: '2026-01-01' })).toThrow(/CHECK/);
});

it('finds the rows of an import by index', () => {
  for (const column of ['opened_by', 'closed_by']) {
    const plan = file.connection
      .prepare(`explain query plan select row_id from landscape where ${column} = 'i'`)
      .all() as { detail: string }[];
    expect(plan.map(({ detail }) => detail).join()).toContain(`landscape_${column}`);
  }
});
