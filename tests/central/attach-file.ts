import { randomBytes } from 'node:crypto';

import type { Id } from '#shared/lib/ids.ts';

import { appendFile, beginFile, finishFile } from '../../workbench/features/attachments/index.ts';
import { pdfOfLength } from '../factories/photos.ts';
import { newId } from './desks-at-centre.ts';
import type { RealDesk } from './real-desk.ts';

/** Hangs a document on a contact, another one each time. @returns its id. */
export async function attachFile(desk: RealDesk, contactId: Id, length = 2_000): Promise<Id> {
  const { file } = desk.test;
  const bytes = Buffer.concat([pdfOfLength(length), randomBytes(8)]);
  const owner = { kind: 'contact', id: contactId } as const;
  const { uploadId } = await beginFile(file, { owner, fileName: 'brief.pdf', size: bytes.length });
  await appendFile(file, { uploadId, offset: 0, bytes: bytes.toString('base64') });
  const { id } = await finishFile(file, { uploadId, id: newId(desk), keepDetails: false });
  return id;
}
