import { useEffect } from 'react';

import { SIGNS_OF_LIFE } from '../client/cover.ts';
import { failureOf } from '../client/errors.ts';
import { useWorkbench } from '../client/workbench.tsx';

const EVERY_MS = 15_000;

/** Tells the workbench that somebody is at the desk, at most every 15 seconds: it locks when idle. */
export function useActivityReport(): void {
  const client = useWorkbench();
  useEffect(() => {
    let last = -Infinity;
    const report = (): void => {
      const now = performance.now();
      if (now - last < EVERY_MS) return;
      last = now;
      client.desk.activity().catch((error: unknown) => {
        // Locked or away: both are shown elsewhere, and the next sign of life tries again.
        const { code } = failureOf(error);
        if (code !== 'LOCKED' && code !== 'NOT_ANSWERING') throw error;
      });
    };
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, report, { passive: true });
    return () => {
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, report);
    };
  }, [client]);
}
