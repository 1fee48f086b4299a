import { mkdirSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';

import { isForeignFolder } from '#shared/lib/desk-folder.ts';

import { NOT_A_DESK } from '../host-messages.ts';
import type { HostOptions } from './options.ts';

/** The folder given cannot be this desk's; `code` is NOT_A_DESK or the system's own. */
export class UnusableFolder extends Error {
  override readonly name = 'UnusableFolder';
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/**
 * Makes the folder for the windows of this desk. Chromium wants it at once, before the workbench can
 * look at the desk; so a folder of somebody else is refused here already, before anything is in it.
 * Throws UnusableFolder.
 */
export function prepareWindowDirectory({ profileDirectory, windowDirectory }: HostOptions): void {
  try {
    if (isForeignFolder(namesIn(profileDirectory))) throw new UnusableFolder(NOT_A_DESK);
    makeFolder(windowDirectory);
  } catch (error) {
    if (error instanceof UnusableFolder) throw error;
    throw new UnusableFolder(hasCode(error) ? error.code : 'UNEXPECTED');
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (!hasCode(error)) throw error;
    if (error.code === 'ENOENT') return [];
    throw error.code === 'ENOTDIR' ? new UnusableFolder(NOT_A_DESK) : error;
  }
}

/** Not by `recursive`: Node then tries for ever where the system lets nobody make folders, as in /proc. */
function makeFolder(path: string, hasParent = false): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (!hasCode(error)) throw error;
    if (error.code === 'EEXIST') return;
    if (error.code !== 'ENOENT' || hasParent || dirname(path) === path) throw error;
    makeFolder(dirname(path));
    makeFolder(path, true);
  }
}

function hasCode(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
