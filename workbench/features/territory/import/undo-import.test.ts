import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  collection,
  logContact,
  ROADS,
  square,
  streetsNow,
  TWO,
} from '../../../../tests/factories/territory-files.ts';
import { type ImportBench, openImportBench } from '../../../../tests/factories/test-imports.ts';
import { imports } from './import-history.ts';
import { undoImport } from './undo-import.ts';

let bench: ImportBench;
beforeEach(async () => {
  bench = await openImportBench();
});
afterEach(() => bench.dispose());

describe('Undo', () => {
  it('is only for the newest import of a layer', async () => {
    const first = await bench.import('wijken.geojson', TWO);
    const second = await bench.import('wijken.geojson', collection(square('12040W01', 4.45)));
    expect((await imports(bench.file)).map(({ id, canUndo }) => [id, canUndo])).toEqual([
      [second.id, true],
      [first.id, false],
    ]);
    await expect(undoImport(bench.file, { importId: first.id })).rejects.toMatchObject({
      code: 'INVALID_FIELD',
      data: { field: 'importId', reason: 'not-newest' },
    });
    await undoImport(bench.file, { importId: second.id });
    await expect(undoImport(bench.file, { importId: second.id })).rejects.toMatchObject({
      data: { reason: 'undone' },
    });
    await undoImport(bench.file, { importId: first.id });
    expect(Object.values(await bench.contents()).flat()).toEqual([]);
    const operations = await bench.store.read.selectFrom('operation').select('op_id').execute();
    expect(operations).toHaveLength(4);
    await expect(
      undoImport(bench.file, { importId: '01970000-0000-7000-8000-000000000099' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is refused while a contact or a later import relies on what came in', async () => {
    const names = await bench.import('straten.csv', 'straatnaam,nis\nKerkstraat,12025\n');
    const roads = await bench.import('straten.geojson', ROADS);
    await expect(undoImport(bench.file, { importId: names.id })).rejects.toMatchObject({
      code: 'IMPORT_IN_USE',
      data: { uses: 1 },
    });
    const areas = await bench.import('wijken.geojson', TWO, { validFrom: '2026-02-01' });
    await expect(undoImport(bench.file, { importId: roads.id })).rejects.toMatchObject({
      code: 'IMPORT_IN_USE',
    });
    const [street] = await streetsNow(bench);
    await logContact(bench, street?.id ?? '');
    await undoImport(bench.file, { importId: areas.id });
    await expect(undoImport(bench.file, { importId: roads.id })).rejects.toMatchObject({
      code: 'IMPORT_IN_USE',
      data: { uses: 1 },
    });
  });
});
