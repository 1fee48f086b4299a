import { CentralError } from '../errors.ts';

/** Lets a bounded number through at once; whoever comes to a full one is told to come back, and never waits inside. */
export interface Turnstile {
  /** Throws UNAVAILABLE, with after how many seconds to come back, when as many are inside as may be. */
  pass<Value>(work: () => Promise<Value>): Promise<Value>;
}

/** After how many seconds to come back: by then what is inside has long been decided. */
const COME_BACK_SECONDS = 2;

/** @param most how many may be inside at once; 1 or more. */
export function turnstile(most: number): Turnstile {
  let inside = 0;
  return {
    async pass(work) {
      if (inside >= most) {
        throw new CentralError('UNAVAILABLE', { retryAfterSeconds: COME_BACK_SECONDS });
      }
      inside += 1;
      try {
        return await work();
      } finally {
        inside -= 1;
      }
    },
  };
}
