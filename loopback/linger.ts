/** Calls `end` once no window has been connected for `milliseconds`. */
export interface Linger {
  /** How many windows are connected now. */
  windows(connected: number): void;
  stop(): void;
}

/**
 * A reload and a broken connection look like a closed window for a moment, and an officer may close
 * the window and come back: hence some minutes. With `fromStart` the time also runs before the first
 * window; without it a host that only printed its address waits to be opened.
 */
export function createLinger(milliseconds: number, fromStart: boolean, end: () => void): Linger {
  let timer = fromStart ? setTimeout(end, milliseconds) : undefined;
  return {
    windows(connected) {
      clearTimeout(timer);
      timer = connected === 0 ? setTimeout(end, milliseconds) : undefined;
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
