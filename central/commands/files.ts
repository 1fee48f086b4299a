import { readFile, writeFile } from 'node:fs/promises';

import { CommandError } from './command.ts';

/** Files of whoever typed the command. Each throws CommandError, which names the file. */
export const files = {
  readFile: async (path: string): Promise<string> => (await readBytes(path)).toString('utf8'),
  readBytes,
  async saveBytes(path: string, parts: AsyncIterable<Uint8Array>): Promise<void> {
    try {
      await writeFile(path, parts, { flag: 'wx', mode: 0o600 });
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause) {
        throw new CommandError(`The file cannot be written, or exists: ${path}`);
      }
      throw cause;
    }
  },
};

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch {
    throw new CommandError(`The file cannot be read: ${path}`);
  }
}
