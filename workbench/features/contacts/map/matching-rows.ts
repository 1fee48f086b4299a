import { setImmediate } from 'node:timers/promises';

import type { ContactFilter } from '#shared/contract/contacts.ts';
import { CHANGE_TOPICS } from '#shared/contract/desk.ts';

import type { OpenFile } from '../../../context.ts';
import { matchingContactRows } from '../../../store/repositories/contact-map-repository.ts';
import { lookupOf } from '../../../store/repositories/contact-order.ts';
import type { Store } from '../../../store/store.ts';
import type { PointColumns, SlotMarks } from './point-columns.ts';

/** Rows marked at a stretch: some twenty milliseconds. */
const PART = 50_000;
/** Filters remembered per file: what somebody goes back and forth between. */
const MOST_KEPT = 4;

interface Kept {
  readonly revision: number;
  readonly columns: PointColumns;
  readonly byFilter: Map<string, Promise<SlotMarks>>;
}

const kept = new WeakMap<Store, Kept>();

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
  const narrowing = Object.entries(filter).filter(([, value]) => value !== undefined);
  if (narrowing.length === 0) return null;
  const key = JSON.stringify(narrowing.toSorted(([one], [other]) => (one < other ? -1 : 1)));
  const { byFilter } = keptFor(file, columns);
  const known = byFilter.get(key);
  const marks = known ?? readMarks(file.store, filter, columns);
  // Put last: the first of a map is the one that was used longest ago.
  byFilter.delete(key);
  byFilter.set(key, marks);
  if (!known) marks.catch(() => byFilter.delete(key));
  const [oldest] = byFilter.keys();
  if (byFilter.size > MOST_KEPT && oldest !== undefined) byFilter.delete(oldest);
  return marks;
}

/** A filter may look at anything that is kept, but not at what somebody is typing. */
const LOOKED_AT = CHANGE_TOPICS.filter(
  (topic) => topic !== 'desk' && topic !== 'preferences' && topic !== 'drafts',
);

function keptFor(
  { store, revision }: Pick<OpenFile, 'store' | 'revision'>,
  columns: PointColumns,
): Kept {
  const now = revision(LOOKED_AT);
  const known = kept.get(store);
  if (known?.revision === now && known.columns === columns) return known;
  const fresh = { revision: now, columns, byFilter: new Map<string, Promise<SlotMarks>>() };
  kept.set(store, fresh);
  return fresh;
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
