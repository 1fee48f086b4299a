import { addDays, type Day } from '../../lib/dates.ts';
import type { Id } from '../../lib/ids.ts';
import type { ContactPromise, KeptPromise } from './promise.ts';

/** When a promise asks for attention, seen from today; in the order of urgency. */
export const URGENCIES = ['late', 'today', 'week', 'later'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** How far ahead `week` looks, in days after today. */
const WEEK_DAYS = 7;

export function urgencyOf(dueOn: Day, today: Day): Urgency {
  if (dueOn < today) return 'late';
  if (dueOn === today) return 'today';
  return dueOn <= addDays(today, WEEK_DAYS) ? 'week' : 'later';
}

/** Open promises by urgency, each part with the longest overdue first; parts without any are left out. */
export function agendaOf<Due extends Pick<ContactPromise, 'id' | 'dueOn'>>(
  promises: readonly Due[],
  today: Day,
): readonly { readonly urgency: Urgency; readonly promises: readonly Due[] }[] {
  const parts = Map.groupBy(promises, ({ dueOn }) => urgencyOf(dueOn, today));
  return URGENCIES.flatMap((urgency) => {
    const found = parts.get(urgency);
    return found ? [{ urgency, promises: [...found].sort(earlier) }] : [];
  });
}

function earlier(one: Pick<ContactPromise, 'id' | 'dueOn'>, other: typeof one): number {
  if (one.dueOn !== other.dueOn) return one.dueOn < other.dueOn ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

/** Why a promise concerns an officer: they see to it now, or it was made in a neighbourhood they answer for. */
export function concernOf(
  promise: Pick<KeptPromise, 'keeperId' | 'neighbourhoodId'>,
  officerId: Id,
  neighbourhoods: ReadonlySet<Id>,
): 'mine' | 'neighbourhood' | undefined {
  if (promise.keeperId === officerId) return 'mine';
  if (promise.neighbourhoodId === null) return undefined;
  return neighbourhoods.has(promise.neighbourhoodId) ? 'neighbourhood' : undefined;
}
