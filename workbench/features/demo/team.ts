import type { Instant } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { type Random, randomBytes } from '#shared/lib/random.ts';

import type { OpenFile } from '../../context.ts';
import type { OperationEntry, WriteHandle } from '../../store/handles.ts';
import { recordOperation } from '../../store/record-operation.ts';
import { countRevisions } from '../changes/index.ts';

/** Accounts for a change as the desk of this officer would have, at that moment. */
export function recordAs(
  { store }: Pick<OpenFile, 'store'>,
  { tables }: WriteHandle,
  { officerId, at }: { readonly officerId: Id; readonly at: Instant },
  entry: OperationEntry,
): Promise<void> {
  return recordOperation(tables, entry, {
    opId: makeId(Date.parse(at), store.entropy.bytes(16)),
    madeAt: at,
    identity: { officerId, deviceId: store.identity.deviceId },
  });
}

/** The file as it lies before this officer at that moment, until the next one is asked for. */
export type Team = (officerId: Id, at: Instant) => OpenFile;

/**
 * The officers of the demo, who work one after another by the use cases of the product, all in the one transaction
 * of `handle`. What they make gets its ids from `random`. A table that is imported is what `read` gives for its id.
 */
export function teamAt(
  file: Pick<OpenFile, 'store' | 'officerName'>,
  handle: WriteHandle,
  random: Random,
  read: OpenFile['uploads']['get'],
): Team {
  const { store } = file;
  let officer: Parameters<typeof recordAs>[2] = {
    officerId: store.identity.officerId,
    at: store.clock.now(),
  };
  const revisions = countRevisions();
  const onTheirDesk: OpenFile = {
    store: {
      ...store,
      get identity() {
        return { ...store.identity, officerId: officer.officerId };
      },
      clock: { ...store.clock, now: () => officer.at },
      entropy: { bytes: (count) => randomBytes(random, count) },
      read: handle.tables,
      write: (work) =>
        work({ ...handle, record: (entry) => recordAs(file, handle, officer, entry) }),
    },
    officerName: file.officerName,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    uploads: { get: read },
    announce: revisions.note,
    revision: revisions.of,
    closing: new AbortController().signal,
  };
  return (officerId, at) => {
    officer = { officerId, at };
    return onTheirDesk;
  };
}
