/** How many requests of one address are taken in a minute, counted in this process. */
export interface RateLimit {
  /** Seconds to wait, 0 when the request is taken. */
  take(address: string): number;
}

/** Addresses remembered at most; beyond, the oldest are forgotten. */
const MOST_ADDRESSES = 50_000;

/**
 * A token bucket per address: it holds `perMinute`, and fills evenly.
 *
 * @param monotonic milliseconds on a clock that never goes back.
 */
export function rateLimit(perMinute: number, monotonic: () => number): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take(address) {
      const now = monotonic();
      const bucket = buckets.get(address) ?? { left: perMinute, at: now };
      const filled = ((now - bucket.at) / 60_000) * perMinute;
      const left = Math.min(perMinute, bucket.left + filled) - 1;
      // Put last again: the first of a map is the one not seen for the longest.
      buckets.delete(address);
      buckets.set(address, { left: Math.max(left, 0), at: now });
      const oldest = buckets.keys().next();
      if (buckets.size > MOST_ADDRESSES && !oldest.done) buckets.delete(oldest.value);
      return left >= 0 ? 0 : Math.ceil((-left / perMinute) * 60);
    },
  };
}
