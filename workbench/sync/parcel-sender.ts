import { WIRE } from '#shared/protocol/wire.ts';

import type { Log } from '../ports/ports.ts';
import {
  nextParcelPart,
  noteParcelRefused,
  putPartReceipt,
  undeliveredParcels,
} from '../store/repositories/parcel-repository.ts';
import type { Store } from '../store/store.ts';
import { CentreError } from './centre.ts';
import type { HttpCentre } from './http-transport.ts';

export interface ParcelSender {
  /** A parcel may have been taken in, or the line may be back. */
  wake(): void;
  /** Resolves when nothing is being sent. */
  idle(): Promise<void>;
}

interface ParcelSenderOptions {
  readonly store: Store;
  readonly centre: Pick<HttpCentre, 'ask'>;
  readonly signal: AbortSignal;
  readonly log: Log;
  /** Called when a parcel has arrived or was refused. */
  readonly progressed: () => void;
}

/** Hands over colleagues' parcels beside the loop of rows, a part at a time, from where it stopped. */
export function createParcelSender(options: ParcelSenderOptions): ParcelSender {
  const { signal, log } = options;
  let running: Promise<void> | undefined;
  let wanted = false;
  const run = async (): Promise<void> => {
    while (wanted && !signal.aborted) {
      wanted = false;
      for (const { id, header } of await undeliveredParcels(options.store.read)) {
        await deliver(options, id, header);
        options.progressed();
      }
    }
  };
  return {
    wake() {
      wanted = true;
      running ??= run()
        .catch((cause: unknown) => {
          // The next round that reaches the centre wakes it again.
          if (!signal.aborted) {
            log.warn('parcel.not-sent', { kind: cause instanceof Error ? cause.name : 'unknown' });
          }
        })
        .finally(() => {
          running = undefined;
        });
    },
    idle: () => running ?? Promise.resolve(),
  };
}

async function deliver(
  { store, centre, signal }: ParcelSenderOptions,
  id: string,
  header: string,
): Promise<void> {
  const { deviceId } = store.identity;
  for (;;) {
    signal.throwIfAborted();
    const part = await nextParcelPart(store.read, id, 'part');
    if (part === undefined) return;
    const { index, last } = part;
    try {
      const answer = await centre.ask(WIRE.parcelPart, {
        ...{ deviceId, header, index, last },
        signature: Buffer.from(part.proof).toString('base64url'),
        sealed: Buffer.from(part.sealed).toString('base64'),
      });
      const receipt = {
        index,
        last: answer.last,
        proof: Buffer.from(answer.salt, 'base64'),
        sealed: Buffer.from(answer.sealed, 'base64'),
      };
      await store.write((handle) => putPartReceipt(handle, id, receipt, store.clock.now()));
    } catch (cause) {
      if (!(cause instanceof CentreError) || cause.code !== 'PARCEL_REFUSED') throw cause;
      const reason = cause.data.reason ?? 'altered';
      await store.write((handle) => noteParcelRefused(handle, id, reason));
      return;
    }
  }
}
