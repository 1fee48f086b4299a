import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { ImportPlan, ImportRecord } from '#shared/contract/territory.ts';
import { makeId } from '#shared/lib/ids.ts';

import type { OpenFile, UploadedFile } from '../../workbench/context.ts';
import { inspectUpload } from '../../workbench/features/territory/import/inspect-upload.ts';
import { runImport } from '../../workbench/features/territory/import/run-import.ts';
import { openTestFile, type TestFile } from './test-store.ts';

/** An officer's file with uploads, and a shorter way to import. */
export interface ImportBench extends TestFile {
  readonly file: OpenFile;
  /** Takes a text or bytes in as an uploaded file. */
  upload(fileName: string, content: string | Uint8Array): Promise<string>;
  /** Takes a file of this disk in. */
  uploadPath(path: string, size: number): string;
  /** A plan as guessed, with what is given instead of the guess. */
  plan(uploadId: string, changes?: Partial<ImportPlan>): Promise<ImportPlan>;
  /** Imports to the end. */
  run(plan: ImportPlan): Promise<ImportRecord>;
  /** Uploads, guesses and imports. */
  import(
    fileName: string,
    content: string | Uint8Array,
    changes?: Partial<ImportPlan>,
  ): Promise<ImportRecord>;
  /** Every row of every table of the territory, in order. */
  contents(): Promise<Record<string, unknown[]>>;
}

/** Everything that comes out of it. */
export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

const DEFAULT_DAY = '2026-01-01';

export async function openImportBench(): Promise<ImportBench> {
  const test = await openTestFile();
  const uploads = new Map<string, UploadedFile>();
  const file: OpenFile = {
    ...test.file,
    uploads: {
      get: (id) => {
        const found = uploads.get(id);
        if (!found) throw new Error('no such upload');
        return found;
      },
    },
  };
  const bench: ImportBench = {
    ...test,
    file,
    async upload(fileName, content) {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      const path = join(test.directory, `upload-${uploads.size}`);
      await writeFile(path, bytes);
      return add(fileName, path, bytes.length);
    },
    uploadPath: (path, size) => add(path.split('/').at(-1) ?? path, path, size),
    async plan(uploadId, changes = {}) {
      const { guess } = await inspectUpload(file, { uploadId });
      return { uploadId, validFrom: DEFAULT_DAY, complete: false, ...guess, ...changes };
    },
    async run(plan) {
      test.clock.advance(1000);
      const last = (await collect(runImport(file, plan))).at(-1);
      if (last?.type !== 'done') throw new Error(`the import ended with ${last?.type}`);
      return last.record;
    },
    async import(fileName, content, changes) {
      const uploadId = await bench.upload(fileName, content);
      return bench.run(await bench.plan(uploadId, changes));
    },
    async contents() {
      const { read } = test.store;
      return {
        area: await read.selectFrom('area').selectAll().orderBy('row_id').execute(),
        street: await read.selectFrom('street').selectAll().orderBy('row_id').execute(),
        segment: await read.selectFrom('segment').selectAll().orderBy('row_id').execute(),
        address: await read.selectFrom('address').selectAll().orderBy('row_id').execute(),
        areaBounds: await read.selectFrom('area_bounds').selectAll().orderBy('row_id').execute(),
        segmentBounds: await read
          .selectFrom('segment_bounds')
          .selectAll()
          .orderBy('row_id')
          .execute(),
        corrections: await read
          .selectFrom('territory_correction')
          .selectAll()
          .orderBy('import_id')
          .orderBy('position')
          .execute(),
      };
    },
  };
  function add(fileName: string, path: string, size: number): string {
    const id = makeId(Date.parse(test.clock.now()), test.store.entropy.bytes(16));
    uploads.set(id, { fileName, path, size });
    return id;
  }
  return bench;
}
