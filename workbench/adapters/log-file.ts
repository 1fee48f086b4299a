import type { WriteStream } from 'node:fs';
import { createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { WorkbenchPorts } from '../ports/ports.ts';

/** Bytes after which the log starts anew; one older file is kept. */
const LARGEST_LOG_BYTES = 5 * 1024 * 1024;

/** Opens the host's log, `log/<host>.jsonl` in the profile folder, for adding lines. */
export function openLogFile(profileDirectory: string, host: WorkbenchPorts['host']): WriteStream {
  const folder = join(profileDirectory, 'log');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${host}.jsonl`);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_LOG_BYTES) renameSync(path, `${path}.1`);
  return createWriteStream(path, { flags: 'a', mode: 0o600 });
}
