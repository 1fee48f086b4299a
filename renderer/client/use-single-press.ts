import { useCallback, useRef } from 'react';

import { useReporter } from './reporter.ts';

/** Presses that follow one another faster are one press, as with a double click or a key held down, milliseconds. */
const ONE_PRESS_MS = 700;

/**
 * What a button does that must not be done twice by accident: while it is being done, and for as long as presses
 * keep coming, further ones do nothing.
 */
export function useSinglePress(deed: () => Promise<unknown>): () => void {
  const report = useReporter();
  const last = useRef({ at: -Infinity, isRunning: false });
  return useCallback(() => {
    const { at, isRunning } = last.current;
    const now = performance.now();
    last.current.at = now;
    if (isRunning || now - at < ONE_PRESS_MS) return;
    last.current.isRunning = true;
    report(
      deed().finally(() => {
        last.current.isRunning = false;
      }),
    );
  }, [deed, report]);
}
