import { afterEach, beforeEach, expect, it } from 'vitest';

import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import { makeId } from '#shared/lib/ids.ts';

import { pdfOfLength } from '../../../tests/factories/photos.ts';
import { plantSmallTerritory } from '../../../tests/factories/small-territory.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import {
  appendFile,
  beginFile,
  finishFile,
  readAttachments,
  readBytes,
} from '../../features/attachments/index.ts';
import { logContact } from '../../features/contacts/index.ts';
import { rebuildContact } from './contact-rebuild.ts';

let test: TestFile;
beforeEach(async () => {
  test = await openTestFile();
});
afterEach(() => test.dispose());

const newId = (): string => makeId(1_750_000_000_000, test.store.entropy.bytes(16));

it('a contact that is made anew keeps its files, with their bytes', async () => {
  const { streetId } = await plantSmallTerritory(test.store);
  const owner = { kind: 'contact', id: newId() } as const;
  await logContact(
    test.file,
    newContactSchema.parse({
      id: owner.id,
      occurredAt: '2026-06-15T07:30:00.000Z',
      place: { streetId, houseNumber: '', position: null },
      reason: 'nuisance',
      next: { step: 'nothing', note: '' },
    }),
  );
  const bytes = pdfOfLength(300);
  const given = { owner, fileName: 'brief.pdf', size: bytes.length };
  const { uploadId } = await beginFile(test.file, given);
  const base64 = Buffer.from(bytes).toString('base64');
  await appendFile(test.file, { uploadId, offset: 0, bytes: base64 });
  const id = newId();
  await finishFile(test.file, { uploadId, id, keepDetails: false });
  // The centre has it: from now on its bytes are here for this row alone.
  await test.store.write(async ({ tables }) => {
    await tables.updateTable('blob_upload').set({ state: 'received' }).execute();
  });
  const before = await readAttachments(test.file, { owner });

  const standing = { neighbourhoodId: null, sensitivity: 'restricted', version: 2 } as const;
  await test.store.write(({ tables }) =>
    rebuildContact(tables, owner.id, (amendments) => amendments, standing),
  );
  expect(before).toHaveLength(1);
  expect(await readAttachments(test.file, { owner })).toEqual(before);
  expect((await readBytes(test.file, { id, offset: 0 })).bytes).toBe(base64);
});
