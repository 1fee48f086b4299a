import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { ImportEvent, ImportRecord } from '#shared/contract/territory.ts';

import { streetsNow } from '../../../../tests/factories/territory-files.ts';
import {
  collect,
  type ImportBench,
  openImportBench,
} from '../../../../tests/factories/test-imports.ts';
import { imports } from './import-history.ts';
import { previewImport } from './preview-import.ts';
import { runImport } from './run-import.ts';

let bench: ImportBench;
beforeEach(async () => {
  bench = await openImportBench();
});
afterEach(() => bench.dispose());

describe('Breaking off', () => {
  /** Enough rows for several steps of writing. */
  const many = `straatnaam\n${Array.from({ length: 5000 }, (_, index) => `Straat ${index}\n`).join('')}`;
  const expectNothing = async () => {
    expect(Object.values(await bench.contents()).flat()).toEqual([]);
    expect(await imports(bench.file)).toEqual([]);
    expect(await bench.store.read.selectFrom('operation').select('op_id').execute()).toEqual([]);
    expect(bench.announced).toEqual([]);
  };
  const plan = async () => bench.plan(await bench.upload('straten.csv', many));

  it('by leaving the iterator: nothing is stored, and another import can begin', async () => {
    const planned = await plan();
    for await (const event of runImport(bench.file, planned)) {
      if (event.type === 'progress' && event.phase === 'writing') break;
    }
    await expectNothing();
    expect((await bench.run(planned)).counts.added).toBe(5000);
  });

  it('by the signal', async () => {
    const aborter = new AbortController();
    let last: ImportEvent | undefined;
    for await (const event of runImport(bench.file, await plan(), aborter.signal)) {
      if (event.type === 'progress' && event.phase === 'writing') aborter.abort();
      last = event;
    }
    expect(last).toEqual({ type: 'cancelled' });
    await expectNothing();
  });

  it('by the desk closing', async () => {
    let last: ImportEvent | undefined;
    for await (const event of runImport(bench.file, await plan())) {
      if (event.type === 'progress' && event.phase === 'writing') bench.abort();
      last = event;
    }
    expect(last).toEqual({ type: 'cancelled' });
    await expectNothing();
  });

  it('ends a preview with LOCKED', async () => {
    const planned = await plan();
    const previewing = previewImport(bench.file, planned);
    bench.abort();
    await expect(previewing).rejects.toMatchObject({ code: 'LOCKED' });
  });

  it('never lets two imports run at once, and lets others read meanwhile', async () => {
    const planned = await plan();
    let second: unknown;
    let streets: unknown;
    let record: ImportRecord | undefined;
    for await (const event of runImport(bench.file, planned)) {
      if (event.type === 'done') record = event.record;
      if (event.type !== 'progress' || event.phase !== 'writing' || second) continue;
      second = await collect(runImport(bench.file, planned)).catch((cause: unknown) => cause);
      streets = await streetsNow(bench);
    }
    expect(second).toMatchObject({ code: 'IMPORT_BUSY' });
    expect(streets).toEqual([]);
    expect(record?.counts.added).toBe(5000);
  });
});
