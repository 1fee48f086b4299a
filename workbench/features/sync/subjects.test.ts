import { afterEach, beforeEach, expect, it } from 'vitest';

import type { Change } from '#shared/domain/operations/operation.ts';

import { TWO } from '../../../tests/factories/territory-files.ts';
import {
  collect,
  type ImportBench,
  openImportBench,
} from '../../../tests/factories/test-imports.ts';
import { runImport } from '../territory/index.ts';
import { subjectsOf } from './subjects.ts';

let bench: ImportBench;
beforeEach(async () => {
  bench = await openImportBench();
});
afterEach(() => bench.dispose());

it('calls an import by its file, and not by a setting of it', async () => {
  const plan = await bench.plan(await bench.upload('wijken.geojson', TWO));
  await collect(runImport(bench.file, plan));
  const operation = await bench.store.read
    .selectFrom('operation')
    .select(['entity_id as id', 'change'])
    .executeTakeFirstOrThrow();
  const change = JSON.parse(operation.change) as Change;
  const key = { entity: 'territory-import', id: operation.id, change } as const;
  const [subject] = await subjectsOf(bench.store.read, [key]);
  expect(subject?.text).toBe('wijken.geojson');
});

it('calls a contact by what it says, not once more by its house number', async () => {
  const change: Change = {
    kind: 'command',
    name: 'logContact',
    arguments: { houseNumber: '17', summary: 'Sluikstort naast de glasbol' },
  };
  const key = { entity: 'contact', id: bench.store.identity.officerId, change } as const;
  const [subject] = await subjectsOf(bench.store.read, [key]);
  expect(subject?.text).toBe('Sluikstort naast de glasbol');
});

it('calls a contact by what it says, not by what was promised in it', async () => {
  const change: Change = {
    kind: 'command',
    name: 'logContact',
    arguments: {
      nextNote: 'Terugbellen',
      nextStep: 'promise',
      summary: 'Sluikstort naast de glasbol',
    },
  };
  const key = { entity: 'contact', id: bench.store.identity.officerId, change } as const;
  const [subject] = await subjectsOf(bench.store.read, [key]);
  expect(subject?.text).toBe('Sluikstort naast de glasbol');
});
