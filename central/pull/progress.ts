import type { Seq } from '#shared/protocol/basics.ts';
import type { PullRequest } from '#shared/protocol/pull.ts';

import type { Centre } from '../ports.ts';
import type { DeskProgress } from '../store/records.ts';

/** What a pull found, as far as it tells how far the desk is. */
export interface PullFacts {
  readonly place: { readonly seq: Seq; readonly horizon: Seq };
  readonly starts: ReadonlyMap<string, Seq>;
  readonly more: boolean;
}

/**
 * How far a desk is after it asked this. Its cursors say what it has applied, not what it was sent now; a
 * scope at 0 is fetched whole and needs no traces.
 */
export function progressAfter(
  before: DeskProgress | undefined,
  { cursors, territory }: PullRequest,
  { place, starts, more }: PullFacts,
): DeskProgress {
  const applied = Object.values(cursors).filter((cursor) => cursor > 0);
  const whole = [...starts.values()].includes(0) || before?.fetchingSince === place.horizon;
  return {
    passedSeq: Math.min(place.seq, ...applied),
    fetchingSince: more && whole ? place.horizon : null,
    territory: territory ?? null,
  };
}

/**
 * Whether a desk may go on from a cursor: not from before the horizon, since what is gone since is no
 * longer told; unless it is in the middle of fetching whole what began under the same horizon.
 */
export function mayGoOn(cursor: Seq, horizon: Seq, progress: DeskProgress | undefined): boolean {
  return cursor >= horizon || progress?.fetchingSince === horizon;
}

/**
 * Clears the traces of what is gone that every known desk has passed. A desk that was revoked, or has not
 * been seen for `traceDays`, holds nothing back: when it comes again, it fetches whole.
 *
 * @returns how many were cleared.
 */
export async function clearTraces(
  { store, clock }: Pick<Centre, 'store' | 'clock'>,
  zoneId: string,
  traceDays: number,
): Promise<number> {
  const { directory } = store;
  const since = new Date(Date.parse(clock.now()) - traceDays * 86_400_000).toISOString();
  const known = (await directory.desks(zoneId)).filter(
    ({ revoked, lastSeenAt }) => !revoked && lastSeenAt >= since,
  );
  const passed = await Promise.all(
    known.map(async ({ deviceId }) => (await directory.progress(zoneId, deviceId))?.passedSeq ?? 0),
  );
  return passed.length === 0 ? 0 : store.clearTraces(zoneId, Math.min(...passed));
}
