import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

import { refresh } from './queries.ts';
import { useConnectionStatus, useWorkbench } from './workbench.tsx';

const PAUSE_MS = 1_000;

/**
 * Listens to the workbench for as long as it is connected and refreshes what changed. After a break
 * everything is asked anew: what happened meanwhile was not heard.
 */
export function useLiveChanges(): void {
  const client = useWorkbench();
  const queries = useQueryClient();
  const open = useConnectionStatus() === 'open';
  useEffect(() => {
    if (!open) return undefined;
    const stop = new AbortController();
    const listen = async (): Promise<void> => {
      while (!stop.signal.aborted) {
        try {
          await refresh(queries);
          for await (const { topics } of await client.desk.changes(undefined, {
            signal: stop.signal,
          })) {
            if (topics.length > 0) await refresh(queries, topics);
          }
        } catch (error) {
          if (stop.signal.aborted) return;
          // The connection tells about its own break; here only the pause before listening again.
          if (!(error instanceof Error)) throw error;
        }
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    };
    void listen();
    return () => {
      stop.abort();
    };
  }, [client, queries, open]);
}
