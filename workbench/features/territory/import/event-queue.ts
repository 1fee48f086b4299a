/** Events of work that goes on by itself, for a reader who may be slow. */
export interface EventQueue<Event> extends AsyncIterable<Event> {
  /** Puts an event in the place of the one that nobody has read yet. */
  replace(event: Event): void;
  /** The last event. */
  end(event: Event): void;
  /** The reader gets this error instead of the next event. */
  fail(cause: unknown): void;
}

/** A queue that keeps only the newest progress: a slow reader sees fewer steps, never old ones. */
export function eventQueue<Event>(): EventQueue<Event> {
  let waiting: Event | undefined;
  let last: { readonly event: Event } | { readonly cause: unknown } | undefined;
  let wake: () => void = () => {};
  return {
    replace(event) {
      waiting = event;
      wake();
    },
    end(event) {
      last = { event };
      wake();
    },
    fail(cause) {
      last = { cause };
      wake();
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        if (waiting !== undefined) {
          const event = waiting;
          waiting = undefined;
          yield event;
        } else if (last) {
          if ('cause' in last) throw last.cause;
          yield last.event;
          return;
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    },
  };
}
