import type { ChangeTopic } from '#shared/contract/desk.ts';

import type { OpenFile } from '../../../context.ts';
import { WorkbenchError } from '../../../errors.ts';
import { eventQueue } from './event-queue.ts';
import { ImportCancelled, type Pace, pace, type Phase } from './pace.ts';

/** What an import tells while it runs, and how it ends. */
type ImportEvent<Done> =
  | {
      readonly type: 'progress';
      readonly phase: Phase;
      readonly done: number;
      readonly total: number;
    }
  | { readonly type: 'done'; readonly record: Done }
  | { readonly type: 'cancelled' };

type ImportWork<Done> = (breath: Pace) => Promise<Done>;

/**
 * Imports of one subject, one at a time in a file, since each compares with what is there. An import
 * tells how far it is. Breaking off (the iterator, the signal, or the desk closing) cancels it: nothing
 * is stored. Throws IMPORT_BUSY, and what `work` throws.
 */
export class ImportTurns {
  readonly #topics: readonly ChangeTopic[];
  readonly #running = new WeakSet<OpenFile['store']>();

  /** `topics` are announced after every import that came through. */
  constructor(topics: readonly ChangeTopic[]) {
    this.#topics = topics;
  }

  async *run<Done>(
    file: OpenFile,
    work: ImportWork<Done>,
    signal?: AbortSignal,
  ): AsyncGenerator<ImportEvent<Done>, void, void> {
    if (this.#running.has(file.store)) throw new WorkbenchError('IMPORT_BUSY');
    this.#running.add(file.store);
    const brokenOff = new AbortController();
    const events = eventQueue<ImportEvent<Done>>();
    const breath = pace([signal, file.closing, brokenOff.signal], (phase, done, total) => {
      events.replace({ type: 'progress', phase, done, total });
    });
    const ended = work(breath).then(
      (record) => {
        file.announce(this.#topics);
        events.end({ type: 'done', record });
      },
      (cause: unknown) => {
        if (cause instanceof ImportCancelled) events.end({ type: 'cancelled' });
        else events.fail(cause);
      },
    );
    try {
      yield* events;
    } finally {
      brokenOff.abort();
      await ended;
      this.#running.delete(file.store);
    }
  }
}
