import { setImmediate } from 'node:timers/promises';

import type { ContactFilter } from '#shared/contract/contacts.ts';

import type { OpenFile } from '../../../context.ts';
import { matchingContactRows } from '../../../store/repositories/contact-map-repository.ts';
import { lookupOf } from '../../../store/repositories/contact-order.ts';
import type { Store } from '../../../store/store.ts';
import { keepAnswers } from '../../changes/index.ts';
import { filterMeant, keyOfFilter } from '../filter-meant.ts';
import type { PointColumns, SlotMarks } from './point-columns.ts';

/** Rows marked at a stretch: some twenty milliseconds. */
const PART = 50_000;
/** Filters remembered per file: what somebody goes back and forth between. */
const MOST_KEPT = 4;

interface Marked {
  readonly columns: PointColumns;
  readonly marks: SlotMarks;
}

const kept = keepAnswers<Marked>(MOST_KEPT);

/**
 * Which of the contacts in `columns` match; null when the filter lets all through. What the filter means
 * is left to SQLite, so that map and list never differ; a mark per slot makes the next view of the same
 * filter fast.
 */
export async function matchingRows(
  file: Pick<OpenFile, 'store' | 'revision'>,
  filter: ContactFilter,
  columns: PointColumns,
): Promise<SlotMarks> {
  const meant = await filterMeant(file.store.read, filter);
  const key = keyOfFilter(meant);
  if (key === keyOfFilter({})) return null;
  const read = async (): Promise<Marked> => ({
    columns,
    marks: await readMarks(file.store, meant, columns),
  });
  const known = await kept(file, key, read);
  // Somebody who asked before a change may bring older columns.
  return known.columns === columns ? known.marks : (await read()).marks;
}

/** Both are in the order of the rows, so that one walk along the columns finds all that match. */
async function readMarks(
  store: Store,
  filter: ContactFilter,
  { rows }: PointColumns,
): Promise<SlotMarks> {
  const marks = new Uint8Array(rows.length);
  const problems = await lookupOf(store.read, filter);
  let slot = 0;
  let last = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const page = await matchingContactRows(
      store.read,
      filter,
      problems,
      last,
      PART,
    ).executeTakeFirstOrThrow();
    const matching = JSON.parse(page.row_ids) as number[];
    for (const row of matching) {
      while (Number(rows[slot]) < row) slot += 1;
      if (rows[slot] === row) marks[slot] = 1;
    }
    if (matching.length < PART) return marks;
    last = matching.at(-1) ?? last;
    await setImmediate();
  }
}
