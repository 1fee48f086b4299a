import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { type FactBench, openFactBench } from '../../../tests/factories/fact-bench.ts';
import { removeFactBatch } from '../../store/repositories/fact-repository.ts';
import { readSourceYears } from './index.ts';

let bench: FactBench;
beforeEach(async () => {
  bench = await openFactBench();
});
afterEach(() => bench.dispose());

describe('a month without a fact in a file with many', () => {
  const rows = (months: readonly string[], ofEach = 12): string =>
    [
      'Id;Datum;Straat',
      ...months.flatMap((month) =>
        Array.from({ length: ofEach }, (_, at) => `${month}-${at};${month}-${at + 10};Plek`),
      ),
    ].join('\n');
  const YEAR = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, '0')}`);
  const without = YEAR.filter((month) => month !== '2025-03');

  it('is missing, not zero: its import says so, and so does its source until another file has it', async () => {
    const source = await bench.source();
    const years = () => readSourceYears(bench.file, { sourceId: source.id });
    const made = await bench.importFacts(source, 'gat.csv', rows(without));
    expect(Object.keys(made.counts.months ?? {})).toEqual(without);
    expect(await years()).toMatchObject({
      missing: ['2025-03'],
      told: null,
      years: [{ year: 2025, isWhole: false }],
    });
    await bench.importFacts(source, 'maart.csv', rows(['2025-03']));
    expect(await years()).toMatchObject({ missing: [], years: [{ isWhole: true }] });
  });

  it('is found in imports of an older application as well, by the facts on this desk', async () => {
    const source = await bench.source();
    const { counts } = await bench.importFacts(source, 'gat.csv', rows(without));
    const older = { ...counts, months: undefined };
    await bench.store.write(({ tables }) =>
      tables
        .updateTable('fact_import')
        .set({ counts: JSON.stringify(older) })
        .execute(),
    );
    const missing = async () =>
      (await readSourceYears(bench.file, { sourceId: source.id })).missing;
    expect(await missing()).toEqual(['2025-03']);
    expect(await missing()).toEqual(['2025-03']);
    const [batch] = await bench.store.read.selectFrom('fact_batch').select('id').execute();
    await bench.store.write((handle) => removeFactBatch(handle, batch?.id ?? ''));
    expect(await missing()).toEqual([]);
  });

  it('is nothing strange where facts are rare', async () => {
    const source = await bench.source();
    await bench.importFacts(source, 'zelden.csv', rows(without, 2));
    const years = await readSourceYears(bench.file, { sourceId: source.id });
    expect(years).toMatchObject({ missing: [], years: [{ isWhole: true }] });
  });
});
