/**
 * Recorded facts as columns of numbers in the order of their days, kept in memory while the file is open: half a
 * million take 20 MB, and a pass over a year of them a few milliseconds.
 *
 * Facts come and go by imports. SQLite notes which rows were touched, and after a change only those are read again.
 */
import type { OpenFile } from '../../context.ts';
import { factsAfter, factsOf, factsVersion } from '../../store/repositories/gap-repository.ts';
import { takeTouchedRows, watchRows } from '../../store/repositories/touched-rows.ts';
import type { Store } from '../../store/store.ts';
import { breathe } from './breathe.ts';
import { factBuilder, type FactColumns } from './build-fact-columns.ts';
import type { TownPlaces } from './town-places.ts';

/** Rows read at a stretch, so that other calls are answered meanwhile. */
const PART = 2_000;
/** After a change of more rows than this, all are read anew. */
const MOST_TOUCHED = 50_000;

interface Kept {
  readonly version: string;
  readonly town: TownPlaces;
  readonly columns: Promise<FactColumns>;
}

const kept = new WeakMap<Store, Kept>();

/** All facts that count, as they are now; those who ask at the same time share one reading. */
export async function factColumns(
  file: Pick<OpenFile, 'store' | 'revision' | 'closing'>,
  town: TownPlaces,
): Promise<FactColumns> {
  const { store, revision } = file;
  const version = JSON.stringify([
    revision(['facts']),
    await factsVersion(store.read).executeTakeFirstOrThrow(),
  ]);
  const known = kept.get(store);
  if (known?.version === version && known.town === town) return known.columns;
  const columns =
    known?.town === town ? readTouched(file, town, known.columns) : readAllFacts(file, town);
  const entry = { version, town, columns };
  kept.set(store, entry);
  columns.catch(() => {
    if (kept.get(store) === entry) kept.delete(store);
  });
  return columns;
}

type ReadFile = Pick<OpenFile, 'store' | 'closing'>;

async function readTouched(
  file: ReadFile,
  town: TownPlaces,
  before: Promise<FactColumns>,
): Promise<FactColumns> {
  const { store } = file;
  const columns = await before.catch(() => undefined);
  if (!columns) return readAllFacts(file, town);
  const touched = await store.write((handle) => takeTouchedRows(handle, 'facts', MOST_TOUCHED));
  if (!touched) return readAllFacts(file, town);
  if (touched.length === 0) return columns;
  const gone = new Set(touched);
  const pause = (): Promise<void> => breathe(file);
  const builder = await factBuilder(town, pause, columns, (row) => !gone.has(row));
  for (let first = 0; first < touched.length; first += PART) {
    builder.add(await factsOf(store.read, touched.slice(first, first + PART)).execute());
    await pause();
  }
  return builder.finish();
}

/** All anew. What is written meanwhile is noted, and read by the next {@link readTouched}. */
export async function readAllFacts(file: ReadFile, town: TownPlaces): Promise<FactColumns> {
  const { store } = file;
  await store.write((handle) => watchRows(handle, 'facts'));
  const pause = (): Promise<void> => breathe(file);
  const builder = await factBuilder(town, pause);
  let last = 0;
  for (;;) {
    const rows = await factsAfter(store.read, last, PART).execute();
    builder.add(rows);
    if (rows.length < PART) return builder.finish();
    last = rows.at(-1)?.row_id ?? last;
    await pause();
  }
}
