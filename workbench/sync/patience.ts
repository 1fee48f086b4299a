/** How long somebody waits for the centre, in milliseconds. */
export interface Patience {
  /** For the first byte of a stream, and for the answer to a question that costs the centre nothing. */
  readonly firstByte: number;
  /** Between two parts of a pull. */
  readonly part: number;
  /** Between two signs of life of the stream of pokes. */
  readonly heartbeat: number;
  /** For the answer to a push, once its bytes are there. */
  readonly push: number;
  /** For each kilobyte that is sent. */
  readonly kilobyte: number;
}

/**
 * A pulled cable and a centre that stands still look the same: the line is open, and nothing comes. The centre begins a
 * pull before it has looked for the rows and says every ten seconds that it is at it; in the stream of pokes it says so
 * every twenty. How far the bytes of a push have come cannot be seen from here: a line is taken to carry eight
 * kilobytes a second, so that a few changes soon show that nobody answers and many are never given up too early.
 */
export const PATIENCE: Patience = {
  firstByte: 15_000,
  part: 30_000,
  heartbeat: 35_000,
  push: 15_000,
  kilobyte: 125,
};

/** How long the answer to a push of so many bytes is waited for, in milliseconds. */
export function patienceForPush(bytes: number, patience: Patience): number {
  return patience.push + Math.ceil((bytes / 1_000) * patience.kilobyte);
}

/** Watches over a request: it ends when it is called off, or when nothing comes for too long. */
export interface Watch {
  readonly signal: AbortSignal;
  /** Waits for this so long, and not a moment once it is there: whoever reads may take their time. */
  within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value>;
  close(): void;
}

/** @param calledOff ends the request whatever is waited for. */
export function openWatch(calledOff: AbortSignal): Watch {
  // One controller with plain listeners: a signal made of others may be collected while it is needed.
  const ending = new AbortController();
  const end = (): void => ending.abort();
  calledOff.addEventListener('abort', end);
  if (calledOff.aborted) end();
  return {
    signal: ending.signal,
    async within(milliseconds, work) {
      const timer = setTimeout(end, milliseconds);
      try {
        return await work;
      } finally {
        clearTimeout(timer);
      }
    },
    close() {
      calledOff.removeEventListener('abort', end);
      end();
    },
  };
}
