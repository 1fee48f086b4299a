import type { Log } from '../../workbench/ports/ports.ts';
import type { Store } from '../../workbench/store/store.ts';
import { createBlobSender } from '../../workbench/sync/blob-sender.ts';
import type { BlobCentre } from '../../workbench/sync/blobs.ts';
import { CentreUnreachable } from '../../workbench/sync/centre.ts';
import { createParcelSender } from '../../workbench/sync/parcel-sender.ts';
import { silentLog } from '../factories/test-store.ts';
import { SimulatedCrash } from './simulated-desk.ts';

/**
 * What a desk hands over beside its rows, once a round has reached the centre. Throws what a round throws:
 * SimulatedCrash, CentreUnreachable.
 */
export async function sendBeside(store: Store, centre: BlobCentre): Promise<void> {
  const failed: string[] = [];
  const log: Log = {
    ...silentLog,
    warn: (_event, facts) => failed.push(String(facts?.['kind'])),
  };
  const { signal } = new AbortController();
  const parts = { store, centre, signal, log, progressed: () => {} };
  for (const sender of [createBlobSender(parts), createParcelSender(parts)]) {
    sender.wake();
    await sender.idle();
  }
  const [kind] = failed;
  if (kind === undefined) return;
  if (kind === 'SimulatedCrash') throw new SimulatedCrash();
  if (kind === 'CentreUnreachable') throw new CentreUnreachable();
  throw new Error(`what goes beside the rows failed: ${kind}`);
}
