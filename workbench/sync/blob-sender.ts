import type { Log } from '../ports/ports.ts';
import type { Store } from '../store/store.ts';
import { type BlobCentre, sendBlobs } from './blobs.ts';

export interface BlobSender {
  /** Rows may have been taken, or the line may be back: whatever waits is sent, one after the other. */
  wake(): void;
  /** Resolves when nothing is being sent. */
  idle(): Promise<void>;
}

/** Sends bytes beside the loop of rows, so that a large photo holds up nobody's contact. */
export function createBlobSender(options: {
  readonly store: Store;
  readonly centre: BlobCentre;
  readonly signal: AbortSignal;
  readonly log: Log;
  readonly progressed: () => void;
}): BlobSender {
  const { store, centre, signal, log, progressed } = options;
  let running: Promise<void> | undefined;
  let wanted = false;

  const run = async (): Promise<void> => {
    while (wanted && !signal.aborted) {
      wanted = false;
      await sendBlobs(store, centre, signal, progressed);
    }
  };
  return {
    wake() {
      wanted = true;
      running ??= run()
        .catch((cause: unknown) => {
          // The next round that reaches the centre wakes it again.
          if (!signal.aborted) {
            log.warn('blobs.not-sent', { kind: cause instanceof Error ? cause.name : 'unknown' });
          }
        })
        .finally(() => {
          running = undefined;
        });
    },
    idle: () => running ?? Promise.resolve(),
  };
}
