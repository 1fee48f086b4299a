import { setImmediate } from 'node:timers/promises';

import type { ContactFilter } from '#shared/contract/contacts.ts';
import { CHANGE_TOPICS } from '#shared/contract/desk.ts';

import type { OpenFile } from '../../../context.ts';
import { matchingContactRows } from '../../../store/repositories/contact-map-repository.ts';
import type { Store } from '../../../store/store.ts';
import type { RowMarks } from './point-columns.ts';

/** Rows marked at a stretch: some twenty milliseconds. */
const PART = 50_000;
/** Filters remembered per file: what somebody goes back and forth between. */
const MOST_KEPT = 4;

interface Kept {
  readonly revision: number;
  readonly byFilter: Map<string, Promise<RowMarks>>;
}

const kept = new WeakMap<Store, Kept>();

/**
 * Which contacts match, by row; null when the filter lets all through. What the filter means is left to
 * SQLite, so that map and list never differ; a mark per row makes the next view of the same filter fast.
 *
 * @param most the largest row to be marked
 */
export async function matchingRows(
  file: Pick<OpenFile, 'store' | 'revision'>,
  filter: ContactFilter,
  most: number,
): Promise<RowMarks> {
  const narrowing = Object.entries(filter).filter(([, value]) => value !== undefined);
  if (narrowing.length === 0) return null;
  const key = JSON.stringify([
    most,
    narrowing.toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ]);
  const { byFilter } = keptFor(file);
  const known = byFilter.get(key);
  const marks = known ?? readMarks(file.store, filter, most);
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
  (topic) =>
    topic !== 'desk' && topic !== 'preferences' && topic !== 'drafts' && topic !== 'basemap',
);

function keptFor({ store, revision }: Pick<OpenFile, 'store' | 'revision'>): Kept {
  const now = revision(LOOKED_AT);
  const known = kept.get(store);
  if (known?.revision === now) return known;
  const fresh = { revision: now, byFilter: new Map<string, Promise<RowMarks>>() };
  kept.set(store, fresh);
  return fresh;
}

async function readMarks(store: Store, filter: ContactFilter, most: number): Promise<RowMarks> {
  const marks = new Uint8Array(most + 1);
  let from: string | null = null;
  let limit = PART;
  for (;;) {
    const page: { row_ids: string; count: number; oldest: string | null } =
      await matchingContactRows(store.read, filter, from, limit).executeTakeFirstOrThrow();
    for (const row of JSON.parse(page.row_ids) as number[]) marks[row] = 1;
    if (page.count < limit) return marks;
    // Those of the oldest moment are read again with the next part. Where one part holds nothing
    // else, a longer one gets past them.
    limit = page.oldest === from ? limit * 2 : PART;
    from = page.oldest;
    await setImmediate();
  }
}
