import type { ChangeNotice, ChangeTopic } from '#shared/contract/desk.ts';

/**
 * Tells every window what changed. A window that is slow gets its topics gathered into one notice:
 * memory stays bounded and no topic is ever dropped.
 */
export interface ChangeHub {
  announce(topics: readonly ChangeTopic[]): void;
  /** Yields an empty notice at once, so that a window knows it listens, then one per change. */
  watch(signal: AbortSignal | undefined): AsyncGenerator<ChangeNotice, void, void>;
  close(): void;
}

export function createChangeHub(): ChangeHub {
  const closing = new AbortController();
  const watchers = new Set<(topics: readonly ChangeTopic[]) => void>();

  return {
    announce(topics) {
      for (const tell of watchers) tell(topics);
    },
    async *watch(signal) {
      const waiting = new Set<ChangeTopic>();
      let wake = (): void => {};
      const tell = (topics: readonly ChangeTopic[]): void => {
        for (const topic of topics) waiting.add(topic);
        wake();
      };
      const ended = (): boolean => closing.signal.aborted || signal?.aborted === true;
      const stop = (): void => wake();
      watchers.add(tell);
      closing.signal.addEventListener('abort', stop);
      signal?.addEventListener('abort', stop);
      try {
        yield { topics: [] };
        while (!ended()) {
          if (waiting.size === 0) {
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
            continue;
          }
          const topics = [...waiting];
          waiting.clear();
          yield { topics };
        }
      } finally {
        watchers.delete(tell);
        closing.signal.removeEventListener('abort', stop);
        signal?.removeEventListener('abort', stop);
      }
    },
    close() {
      closing.abort();
    },
  };
}
