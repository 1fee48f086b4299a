import { createHash } from 'node:crypto';
import {
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';

import { FILE_VERSION, MIGRATIONS } from '../../../workbench/store/migrations/migrations.ts';
import { buildDesk } from './build-desk.ts';

export interface DeskWanted {
  readonly seed: number;
  readonly size: number;
}

/**
 * A desk of this seed and size that may be written to, in a folder of its own. The desk itself is made
 * once and kept under `cache`, by seed, size, version of the file and text of its generator.
 */
export async function takeDesk(
  cache: string,
  wanted: DeskWanted,
  tell: (what: string) => void,
): Promise<string> {
  const name = `desk-${wanted.size}-${wanted.seed}-v${FILE_VERSION}-${fingerprint()}`;
  const kept = join(cache, name);
  if (!existsSync(kept)) {
    forgetOthers(cache, `desk-${wanted.size}-`);
    const making = `${kept}.making-${process.pid}`;
    mkdirSync(making, { recursive: true });
    await buildDesk(making, wanted, tell);
    renameSync(making, kept);
  }
  const taken = join(cache, `run-${process.pid}`);
  rmSync(taken, { recursive: true, force: true });
  await cp(kept, taken, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return taken;
}

/** A desk of a million contacts takes a gigabyte: one of each size is enough. */
function forgetOthers(cache: string, start: string): void {
  if (!existsSync(cache)) return;
  for (const name of readdirSync(cache)) {
    if (name.startsWith(start)) rmSync(join(cache, name), { recursive: true, force: true });
  }
}

/** Changes with the generator and with the migrations. */
function fingerprint(): string {
  const hash = createHash('sha256').update(JSON.stringify(MIGRATIONS.map(({ name }) => name)));
  for (const file of readdirSync(import.meta.dirname).sort()) {
    if (file.endsWith('.test.ts')) continue;
    hash.update(readFileSync(join(import.meta.dirname, file)));
  }
  return hash.digest('hex').slice(0, 8);
}
