import fs from 'node:fs';

import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** The file system of Emscripten that lies in a folder, and what of it is used here. */
interface FolderSystem {
  readonly stream_ops: { fsync?: (stream: { readonly nfd?: number }) => number };
}

/**
 * A folder that PGlite's files lie in and are flushed to: its own file system leaves a flush out, so that a
 * power cut could lose what was committed.
 */
class FlushedFolder extends NodeFS {
  override async init(...given: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...given);
    const flushes = (module: object): void => {
      const { NODEFS } = module as { readonly NODEFS: FolderSystem };
      // A directory has no descriptor of its own there.
      NODEFS.stream_ops.fsync = ({ nfd }) => {
        if (nfd !== undefined) fs.fsyncSync(nfd);
        return 0;
      };
    };
    return {
      emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), flushes] },
    };
  }
}

/** What PGlite is started with so that a commit is on the disk before it is confirmed. */
export function flushedFolder(folder: string) {
  const withoutFlush = '-F';
  return {
    fs: new FlushedFolder(folder),
    // Of the ways to flush the log, `fsync` is the one that Emscripten hands on.
    startParams: [
      ...PGlite.defaultStartParams.filter((parameter) => parameter !== withoutFlush),
      '-c',
      'wal_sync_method=fsync',
    ],
  };
}
