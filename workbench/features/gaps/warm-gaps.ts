import { setTimeout } from 'node:timers/promises';

import type { OpenFile } from '../../context.ts';
import type { Store } from '../../store/store.ts';
import { factColumns } from './fact-columns.ts';
import { feltColumns } from './felt-columns.ts';
import { townPlaces } from './town-places.ts';

/** The first screens after unlocking have the workbench for themselves so long. */
const REST_MILLISECONDS = 2_000;

const begun = new WeakSet<Store>();

/**
 * Reads what feeling and fact are counted from before anybody asks, beside the officer's work, so that the first question
 * is answered from memory. To be called when a file was opened and when rows have arrived: once per file it does
 * something, as soon as there is a territory. It ends with the file. A question that comes meanwhile waits for the same
 * reading instead of beginning its own.
 *
 * @param rest milliseconds before it begins.
 */
export async function warmGaps(file: OpenFile, rest = REST_MILLISECONDS): Promise<void> {
  const { store, closing, log } = file;
  if (begun.has(store)) return;
  begun.add(store);
  try {
    await setTimeout(rest, undefined, { signal: closing, ref: false });
    const town = await townPlaces(store);
    if (town.segments.length === 0) {
      begun.delete(store);
      return;
    }
    if (closing.aborted) return;
    const felt = await feltColumns(file, town);
    const facts = await factColumns(file, town);
    log.info('gaps-warm', { answers: felt.length, facts: facts.length });
  } catch {
    // Whoever asks reads it then, and hears what is wrong.
    if (!closing.aborted) log.warn('gaps-not-warm');
  }
}
