import type { OpenFile } from '../../context.ts';
import { indexSome } from '../../store/repositories/search-catch-up.ts';

const running = new WeakMap<OpenFile, Promise<void>>();

/**
 * Takes into the indexes what came many at once and is not in them yet, the newest first, and goes on until
 * nothing is left or the file closes. To be called when a file was opened and when rows have arrived; while
 * it runs, another call waits for the same.
 */
export function keepIndexed(file: OpenFile): Promise<void> {
  const before = running.get(file);
  if (before) return before;
  const catchingUp = indexAll(file).finally(() => running.delete(file));
  running.set(file, catchingUp);
  return catchingUp;
}

async function indexAll(file: OpenFile): Promise<void> {
  try {
    let indexed = false;
    while (!file.closing.aborted && (await indexSome(file.store))) indexed = true;
    if (indexed) file.announce(['contacts', 'promises']);
  } catch {
    // What is not indexed stays noted: the next opening of the file goes on with it.
    file.log.warn('index-not-complete');
  }
}
