import { setImmediate } from 'node:timers/promises';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';

/**
 * Lets everything else in the process have its turn between two slices of a long reading. Throws LOCKED once the file
 * closes, so that nothing goes on behind it.
 */
export async function breathe({ closing }: Pick<OpenFile, 'closing'>): Promise<void> {
  await setImmediate();
  if (closing.aborted) throw new WorkbenchError('LOCKED');
}
