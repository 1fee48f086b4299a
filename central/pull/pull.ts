import type { Scope } from '#shared/domain/operations/scopes.ts';
import { dayOf } from '#shared/lib/dates.ts';
import { EMPTY_DIGEST } from '#shared/lib/set-digest.ts';
import type { Seq } from '#shared/protocol/basics.ts';
import { LIMITS } from '#shared/protocol/limits.ts';
import type { CompleteMessage, PullMessage, PullRequest } from '#shared/protocol/pull.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';

import { type Principal, scopesOf } from '../access/access.ts';
import { CentralError } from '../errors.ts';
import type { Centre } from '../ports.ts';
import type { CentralRead, Closing } from '../store/central-store.ts';
import type { DeskProgress, FeedEntry, RightsSnapshot } from '../store/records.ts';
import { mayGoOn, progressAfter } from './progress.ts';

export interface PullOptions {
  /** Rows after which the stream ends at the next whole commit. */
  readonly rowsPerPull?: number;
  /** For the test that shows that the second wall holds without the first one. */
  readonly scopesOf?: (rights: RightsSnapshot, day: string) => ReadonlySet<Scope>;
}

/**
 * Tells a desk everything that changed in its scopes since its cursors, and how its operations ended,
 * out of one unchanging state. `send` resolves when the desk can take more.
 *
 * Throws EPOCH_CHANGED before anything was sent.
 */
export async function pull(
  { store, clock, log }: Pick<Centre, 'store' | 'clock' | 'log'>,
  principal: Principal,
  request: PullRequest,
  send: (message: PullMessage) => Promise<void>,
  options: PullOptions = {},
): Promise<void> {
  const now = clock.now();
  const day = dayOf(now);
  const { zoneId, deviceId } = principal;
  const { progress: before, territory } = await store.directory.standing(zoneId, deviceId);
  const facts = await store.read({ ...principal, day }, async (snapshot) => {
    const { zone, place, rights } = await snapshot.outset();
    if (request.epoch !== null && request.epoch !== zone.epoch) {
      const expected = (await snapshot.lastDeviceSeq()) + 1;
      throw new CentralError('EPOCH_CHANGED', { epoch: zone.epoch, expected });
    }
    const scopes = (options.scopesOf ?? scopesOf)(rights, day);
    const starts = startsOf([...scopes].sort(), request.cursors, place, before);
    const { epoch } = zone;
    await send({ type: 'begin', protocolVersion: PROTOCOL_VERSION, epoch, now, territory });
    await send({ type: 'scopes', scopes: Object.fromEntries(starts) });

    const limit = options.rowsPerPull ?? LIMITS.rowsPerPull;
    const reached = await sendChanges(snapshot, starts, limit, send, (missing) =>
      log.error('pull.row-missing', { rows: missing }),
    );
    const more = reached !== null;
    const targetSeq = reached ?? place.seq;
    const asked = more ? [] : [...starts.keys()];
    const closing = await snapshot.closing({
      after: request.resultsAfter,
      upTo: targetSeq,
      scopes: asked,
    });
    for (const result of closing.results) await send({ type: 'result', ...result });
    await send({ type: 'complete', targetSeq, more, sums: sumsOf(asked, closing.sums) });
    return { place, starts, more };
  });
  const after = progressAfter(before, request, facts);
  if (
    after.passedSeq !== before?.passedSeq ||
    after.fetchingSince !== before.fetchingSince ||
    after.territory !== before.territory
  ) {
    await store.directory.putProgress(zoneId, deviceId, after);
  }
}

/** Where the stream begins in each scope: at 0 where the desk has nothing it could go on from. */
function startsOf(
  scopes: readonly Scope[],
  cursors: PullRequest['cursors'],
  { seq, horizon }: { readonly seq: Seq; readonly horizon: Seq },
  progress: DeskProgress | undefined,
): ReadonlyMap<Scope, Seq> {
  return new Map(
    scopes.map((scope) => {
      const cursor = cursors[scope] ?? 0;
      return [scope, cursor <= seq && mayGoOn(cursor, horizon, progress) ? cursor : 0];
    }),
  );
}

/** @returns the commit at which the stream was cut, null when all was sent. */
async function sendChanges(
  snapshot: CentralRead,
  starts: ReadonlyMap<Scope, Seq>,
  limit: number,
  send: (message: PullMessage) => Promise<void>,
  tellMissing: (rows: number) => void,
): Promise<Seq | null> {
  let sent = 0;
  let last: Seq = 0;
  let missing = 0;
  try {
    for await (const page of snapshot.changes(starts)) {
      for (const entry of page) {
        if (sent >= limit && entry.seq !== last) return last;
        const message = messageOf(entry, starts);
        if (entry.state === 'present' && message === undefined) missing += 1;
        if (message === undefined) continue;
        await send(message);
        sent += 1;
        last = entry.seq;
      }
    }
    return null;
  } finally {
    if (missing > 0) tellMissing(missing);
  }
}

function messageOf(entry: FeedEntry, starts: ReadonlyMap<Scope, Seq>): PullMessage | undefined {
  const { scope, entity, id, seq, state, row } = entry;
  if (state !== 'present') {
    // Whoever fetches a scope whole has nothing that could go.
    if (starts.get(scope) === 0) return undefined;
    return { type: 'gone', scope, entity, id, seq, reason: state };
  }
  if (row === null) return undefined;
  return { type: 'row', scope, entity, id, version: row.version, seq, fields: { ...row.fields } };
}

function sumsOf(scopes: readonly Scope[], sums: Closing['sums']): CompleteMessage['sums'] {
  return Object.fromEntries(
    scopes.map((scope) => [scope, sums.get(scope) ?? { rows: 0, digest: EMPTY_DIGEST }]),
  );
}
