import type { OpenFile } from '../../context.ts';
import { indexSome } from '../../store/repositories/search-catch-up.ts';

const running = new WeakSet<OpenFile>();

/**
 * Takes into the indexes what came many at once and is not in them yet, the newest first, and goes on until
 * nothing is left or the file closes. To be called when a file was opened and when rows have arrived; while
 * it runs, another call is none.
 */
export async function keepIndexed(file: OpenFile): Promise<void> {
  if (running.has(file)) return;
  running.add(file);
  try {
    let indexed = false;
    while (!file.closing.aborted && (await indexSome(file.store))) indexed = true;
    if (indexed) file.announce(['contacts', 'promises']);
  } catch {
    // What is not indexed stays noted: the next opening of the file goes on with it.
    file.log.warn('index-not-complete');
  } finally {
    running.delete(file);
  }
}
