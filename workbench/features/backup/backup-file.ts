import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

import { z } from 'zod';

import { instantSchema } from '#shared/lib/dates.ts';
import { idSchema } from '#shared/lib/ids.ts';

import { WorkbenchError } from '../../errors.ts';
import { wrappedKeySchema } from '../../store/key-file.ts';

/**
 * A backup is one file: a line that names the format, the length of the header (unsigned 32 bits, big
 * endian), the header as JSON, then the officer's database as it is: encrypted. The header says how to
 * open it with the passphrase alone, on any desk.
 */
const MAGIC = Buffer.from('WIJKWERK BACKUP 1\n');
const LONGEST_HEADER_BYTES = 64 * 1024;

export const backupHeaderSchema = z.object({
  profileId: idSchema,
  officerId: idSchema,
  deviceId: idSchema,
  displayName: z.string(),
  createdAt: instantSchema,
  madeAt: instantSchema,
  onlyHere: z.number().int(),
  key: wrappedKeySchema,
  database: z.object({ size: z.number().int().positive(), sha256: z.string() }),
});
export type BackupHeader = z.infer<typeof backupHeaderSchema>;

/** Writes the container around an encrypted database. Returns its size in bytes. */
export async function writeBackup(
  path: string,
  databasePath: string,
  about: Omit<BackupHeader, 'database'>,
): Promise<number> {
  const { size } = await stat(databasePath);
  const header = Buffer.from(
    JSON.stringify({ ...about, database: { size, sha256: await sha256Of(databasePath, 0) } }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  const target = createWriteStream(path, { mode: 0o600, flush: true });
  target.write(Buffer.concat([MAGIC, length, header]));
  await pipeline(createReadStream(databasePath), target);
  return MAGIC.length + length.length + header.length + size;
}

export interface ReadBackup {
  readonly header: BackupHeader;
  /** Where the database begins, in bytes. */
  readonly offset: number;
}

/**
 * Reads what a backup says about itself and checks that it is whole.
 * Throws BACKUP_UNUSABLE: not-a-backup, cut-short or altered.
 */
export async function readBackup(path: string): Promise<ReadBackup> {
  const start = await readStart(path);
  const offset = MAGIC.length + 4 + start.headerLength;
  const { size } = await stat(path);
  if (size < offset + start.header.database.size) throw unusable('cut-short');
  if (size !== offset + start.header.database.size) throw unusable('altered');
  if ((await sha256Of(path, offset)) !== start.header.database.sha256) throw unusable('altered');
  return { header: start.header, offset };
}

/** Takes the database out of a backup, to `databasePath`. */
export async function extractDatabase(
  path: string,
  backup: ReadBackup,
  databasePath: string,
): Promise<void> {
  await pipeline(
    createReadStream(path, { start: backup.offset }),
    createWriteStream(databasePath, { mode: 0o600, flags: 'wx', flush: true }),
  );
}

async function readStart(path: string): Promise<{ header: BackupHeader; headerLength: number }> {
  const file = await open(path, 'r');
  try {
    const fixed = Buffer.alloc(MAGIC.length + 4);
    const { bytesRead } = await file.read(fixed, 0, fixed.length, 0);
    if (!fixed.subarray(0, MAGIC.length).equals(MAGIC)) throw unusable('not-a-backup');
    if (bytesRead < fixed.length) throw unusable('cut-short');
    const headerLength = fixed.readUInt32BE(MAGIC.length);
    if (headerLength > LONGEST_HEADER_BYTES) throw unusable('altered');
    const text = Buffer.alloc(headerLength);
    const read = await file.read(text, 0, headerLength, fixed.length);
    if (read.bytesRead < headerLength) throw unusable('cut-short');
    return { header: parseHeader(text.toString('utf8')), headerLength };
  } finally {
    await file.close();
  }
}

function parseHeader(text: string): BackupHeader {
  try {
    return backupHeaderSchema.parse(JSON.parse(text));
  } catch {
    throw unusable('altered');
  }
}

async function sha256Of(path: string, start: number): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { start }), hash);
  return hash.digest('hex');
}

function unusable(reason: 'not-a-backup' | 'cut-short' | 'altered'): WorkbenchError {
  return new WorkbenchError('BACKUP_UNUSABLE', { reason });
}
