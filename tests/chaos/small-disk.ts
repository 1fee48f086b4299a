import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A disk of its own, so small that it can be filled. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves no room at all. */
  fill(): void;
  makeRoom(): void;
  dispose(): void;
}

const PIECE = Buffer.alloc(64 * 1024, 1);

/** Mounts a disk of so many megabytes at `folder`, or says why there can be none here. */
export function smallDisk(
  folder: string,
  megabytes: number,
): SmallDisk | { readonly missing: string } {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    return { missing: 'only root on Linux may mount a small one' };
  }
  mkdirSync(folder, { recursive: true });
  const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder];
  if (spawnSync('/bin/mount', options).status !== 0)
    return { missing: 'mounting is not allowed here' };
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill() {
      const file = openSync(ballast, 'a');
      try {
        for (const piece of [PIECE, PIECE.subarray(0, 512)]) writeUntilFull(file, piece);
      } finally {
        closeSync(file);
      }
    },
    makeRoom: () => rmSync(ballast, { force: true }),
    dispose() {
      spawnSync('/bin/umount', ['-l', folder]);
    },
  };
}

function writeUntilFull(file: number, piece: Buffer): void {
  for (;;) {
    try {
      if (writeSync(file, piece) < piece.length) return;
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC') return;
      throw cause;
    }
  }
}
