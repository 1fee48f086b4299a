import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { operationsOnAmendments } from './record-state-repository.ts';

let test: TestFile;
beforeEach(async () => {
  test = await openTestFile();
});
afterEach(() => test.dispose());

it('finds what corrected a contact from its amendments', async () => {
  const plan = await operationsOnAmendments(test.store.read, [
    '01970000-0000-7000-8000-000000000009',
  ]).explain(undefined, sql`query plan`);
  const text = JSON.stringify(plan);
  expect(text).toMatch(/SEARCH contact_amendment USING [^"]*\(contact_id=\?\)/);
  expect(text).toMatch(
    /SEARCH operation USING INDEX operation_of_entity \(entity=\? AND entity_id=\?\)/,
  );
});
