import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';

import { packageHead } from '#shared/domain/territory/package/package-row.ts';
import {
  type PackageFacts,
  PackageReader,
  packageRows,
} from '#shared/domain/territory/package/read-package.ts';
import { dayOf, type Instant } from '#shared/lib/dates.ts';

import type { ReadHandle } from '../../../store/handles.ts';
import { packageLines } from '../../../store/repositories/territory-package-rows.ts';
import { creditsOfAll } from '../map/credits-shown.ts';

export interface PackedTerritory {
  readonly bytes: Buffer;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string;
  readonly facts: PackageFacts;
}

/**
 * Packs the territory of a file as the centre takes it. The same territory is the same bytes, whenever and
 * wherever it is packed. Throws PackageRefused when it could not be read again, as one without a street.
 */
export async function packTerritory(read: ReadHandle, now: Instant): Promise<PackedTerritory> {
  const reader = new PackageReader();
  const credits = await creditsOfAll(read, dayOf(now));
  async function* lines(): AsyncGenerator<string> {
    yield packageHead(credits);
    yield* packageLines(read);
  }
  /** What is packed is read as it will be: what the centre would refuse is not sent. */
  async function* checked(): AsyncGenerator<string> {
    for await (const text of lines()) {
      for await (const row of packageRows(once(text), reader)) void row;
      yield text;
    }
  }
  const bytes = await buffer(Readable.from(checked()).pipe(createGzip()));
  return { bytes, hash: createHash('sha256').update(bytes).digest('hex'), facts: reader.end() };
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
