import { mkdir, readdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

import { isForeignFolder } from '#shared/lib/desk-folder.ts';

/** The folder given as a profile is not one, and holds something that is not ours to touch. */
export class NotADeskError extends Error {
  override readonly name = 'NotADeskError';
  constructor(reason: 'not-a-folder' | 'something-else') {
    super(
      reason === 'not-a-folder'
        ? 'The profile given is a file: name a folder.'
        : 'The folder given as profile holds other things than a Wijkwerk desk: name an empty or a new folder.',
    );
  }
}

/**
 * Makes the folder when it is not there, and refuses one that belongs to something else: a desk clears
 * away what it left in transit, and must never do so with somebody's own files. Throws NotADeskError.
 */
export async function claimProfileFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found && !found.isDirectory()) throw new NotADeskError('not-a-folder');
  await makeFolder(path);
  if (isForeignFolder(await readdir(path))) throw new NotADeskError('something-else');
}

/** Not by `recursive`: Node then tries for ever where the system lets nobody make folders, as in /proc. */
async function makeFolder(path: string, hasParent = false): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (cause) {
    if (hasCode(cause, 'EEXIST')) return;
    if (!hasCode(cause, 'ENOENT') || hasParent || dirname(path) === path) throw cause;
    await makeFolder(dirname(path));
    await makeFolder(path, true);
  }
}

function hasCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code;
}
