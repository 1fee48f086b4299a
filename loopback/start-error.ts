import { relative, sep } from 'node:path';

import { DeskInUseError, NotADeskError } from '#workbench';

import type { LoopbackArguments } from './arguments.ts';

/** A start that cannot be; the message is one plain sentence for the person at the terminal. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

const FORBIDDEN = 'may not be written here';
/** What a system or the database says of a folder, as the end of "The folder of this desk …". */
const FOLDER_TROUBLE = new Map([
  ['EACCES', FORBIDDEN],
  ['EPERM', FORBIDDEN],
  ['EROFS', FORBIDDEN],
  ['SQLITE_CANTOPEN', FORBIDDEN],
  ['SQLITE_READONLY', FORBIDDEN],
  ['ENOENT', 'cannot be made there'],
  ['ENOTDIR', 'cannot be made there: a part of the path is a file'],
  ['ENAMETOOLONG', 'has a name that is too long'],
  ['ENOSPC', 'has no room left on its disk'],
  ['SQLITE_FULL', 'has no room left on its disk'],
]);

/** Why the host ends, in one sentence, where a person can put it right; null for a defect of ours. */
export function plainReason(
  error: unknown,
  { port, profileDirectory }: Pick<LoopbackArguments, 'port' | 'profileDirectory'>,
): string | null {
  if (!(error instanceof Error)) return null;
  if (
    error instanceof StartError ||
    error instanceof DeskInUseError ||
    error instanceof NotADeskError
  ) {
    return error.message;
  }
  const code = textOf(error, 'code');
  if (textOf(error, 'syscall') === 'listen') {
    return code === 'EADDRINUSE'
      ? `Port ${port} is in use by another program: name another --port, or none to get a free one.`
      : `Port ${port} may not be used here (${code}): name another --port, or none to get a free one.`;
  }
  const trouble = FOLDER_TROUBLE.get(code);
  if (trouble === undefined || !concerns(textOf(error, 'path'), profileDirectory)) return null;
  return `The folder of this desk ${trouble} (${code}).`;
}

/** A path in the folder, or one that leads to it; a missing file of the application is a defect. */
function concerns(path: string, folder: string): boolean {
  const climbs = (from: string, to: string) => relative(from, to).split(sep)[0] === '..';
  return path === '' || !climbs(folder, path) || !climbs(path, folder);
}

function textOf(error: Error, name: 'code' | 'path' | 'syscall'): string {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : '';
}
