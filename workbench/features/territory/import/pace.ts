import { setImmediate } from 'node:timers/promises';

import type { ImportEvent } from '#shared/contract/territory.ts';

import { WorkbenchError } from '../../../errors.ts';

export type Phase = Extract<ImportEvent, { type: 'progress' }>['phase'];

/** Somebody broke off the import, or the desk is closing. */
export class ImportCancelled extends Error {
  override readonly name = 'ImportCancelled';
}

/**
 * How long work breathes: a step lets everything else in the process have its turn, tells how far the
 * work is, and throws {@link ImportCancelled} when it is no longer wanted.
 */
export interface Pace {
  step(phase: Phase, done: number, total: number): Promise<void>;
}

export function pace(
  signals: readonly (AbortSignal | undefined)[],
  report: (phase: Phase, done: number, total: number) => void = () => {},
): Pace {
  return {
    async step(phase, done, total) {
      report(phase, done, total);
      await setImmediate();
      if (signals.some((signal) => signal?.aborted)) throw new ImportCancelled();
    },
  };
}

/** For calls that only read: when the desk closes meanwhile, they end as any other call does, with LOCKED. */
export async function orLocked<Value>(reading: Promise<Value>): Promise<Value> {
  try {
    return await reading;
  } catch (cause) {
    throw cause instanceof ImportCancelled ? new WorkbenchError('LOCKED') : cause;
  }
}
