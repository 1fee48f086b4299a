import { createORPCClient, DynamicLink } from '@orpc/client';

import type { WorkbenchClient } from '#shared/contract/contract.ts';

import { NotAnswering, type OpenTransport, type Transport, WindowRefused } from './transport.ts';

/** `connecting` before the first answer, `lost` while trying again, `refused` for good. */
export type ConnectionStatus = 'connecting' | 'open' | 'lost' | 'refused';

export interface Connection {
  /** Stays the same object over reconnections. */
  readonly client: WorkbenchClient;
  status(): ConnectionStatus;
  /** Calls back on every change of status; returns how to stop that. */
  onStatus(listener: () => void): () => void;
  /** Tries again now instead of after the pause. */
  retryNow(): void;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
/** A call made during a short break waits for the next connection this long. */
const CALL_PATIENCE_MS = 4_000;

/** Keeps one connection open for the life of the page; breaks are bridged with a growing pause. */
export function keepConnected(open: OpenTransport): Connection {
  let status: ConnectionStatus = 'connecting';
  let transport: Transport | undefined;
  let wake: (() => void) | undefined;
  const listeners = new Set<() => void>();

  const become = (next: ConnectionStatus): void => {
    status = next;
    for (const listener of [...listeners]) listener();
  };

  const run = async (): Promise<void> => {
    let pause = FIRST_PAUSE_MS;
    for (;;) {
      try {
        transport = await open();
        pause = FIRST_PAUSE_MS;
        become('open');
        await transport.closed;
      } catch (error) {
        if (error instanceof WindowRefused) {
          become('refused');
          return;
        }
        if (!(error instanceof NotAnswering)) throw error;
      }
      transport = undefined;
      become('lost');
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pause);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  };

  const onStatus = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  const current = (): Promise<Transport> =>
    new Promise((resolve, reject) => {
      const look = (): boolean => {
        if (transport) resolve(transport);
        return transport !== undefined;
      };
      if (look()) return;
      const stop = onStatus(() => {
        if (look()) done();
      });
      const timer = setTimeout(() => {
        done();
        reject(new NotAnswering('no connection'));
      }, CALL_PATIENCE_MS);
      const done = (): void => {
        clearTimeout(timer);
        stop();
      };
    });

  void run();
  return {
    client: createORPCClient<WorkbenchClient>(new DynamicLink(async () => (await current()).link)),
    status: () => status,
    onStatus,
    retryNow: () => wake?.(),
  };
}
