import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { up } from './0027-needs-of-streets.ts';
import { MIGRATIONS } from './migrations.ts';

const VERSION = MIGRATIONS.find(({ up: step }) => step === up)?.version ?? 0;

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(VERSION);
});
afterEach(() => file.dispose());

it('finds the newest needs of a street without going through its contacts', () => {
  const plan = file.connection
    .prepare<[], { detail: string }>(
      `explain query plan select need from contact
       where street_id = 'a' and need <> '' and withdrawn = 0 and sensitivity = 'normal'
       order by row_id desc limit 8`,
    )
    .all();
  expect(plan.map(({ detail }) => detail)).toEqual([
    expect.stringContaining('contact_need_of_street (street_id=?)'),
  ]);
});
