import type { Disclosed, Disclosure, PrintedList, PrintedSheet } from '#shared/contract/exports.ts';
import { isHandOut } from '#shared/domain/contacts/hand-out.ts';
import { type Id, idSchema, makeId } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import {
  insertDisclosure,
  listDisclosures,
} from '../../store/repositories/disclosure-repository.ts';

/**
 * Keeps who took what off this desk: what, how many, in what form and for whom. It is on the disk
 * before the file is handed over. Throws STORAGE_FULL.
 */
export async function recordDisclosure(
  file: OpenFile,
  made: Omit<Disclosure, 'id' | 'madeAt' | 'officerName' | 'subject'> & {
    readonly subject: Disclosed;
  },
  id?: Id,
): Promise<void> {
  const { store } = file;
  const madeAt = store.clock.now();
  await store.write((handle) =>
    insertDisclosure(handle, {
      ...made,
      id: id ?? makeId(Date.parse(madeAt), store.entropy.bytes(16)),
      madeAt,
      officerId: store.identity.officerId,
    }),
  );
  file.announce(['exports']);
}

/** Throws INVALID_FIELD (assessments: for-somebody): what is made for somebody else holds no assessment. */
export function refuseHandedOut({
  include,
  recipient,
}: Pick<PrintedList, 'include' | 'recipient'>): void {
  if (include.assessments && isHandOut(recipient)) {
    throw new WorkbenchError('INVALID_FIELD', { field: 'assessments', reason: 'for-somebody' });
  }
}

/** A list that is being printed; said twice with the same id it is kept once. Throws as {@link refuseHandedOut}. */
export async function recordPrinted(
  file: OpenFile,
  { id, view, contacts, include, recipient }: PrintedList,
): Promise<void> {
  refuseHandedOut({ include, recipient });
  const subject = { what: 'contacts', view } as const;
  await recordDisclosure(
    file,
    { subject, items: contacts, include, recipient, format: 'paper' },
    id,
  );
}

/** Nothing of contacts stands in it. */
export const NO_CONTACTS = { restricted: false, assessments: false } as const;

/** A page that is no list of contacts and is being printed; said twice with the same id it is kept once. */
export async function recordPrintedSheet(
  file: OpenFile,
  { id, ...sheet }: PrintedSheet,
): Promise<void> {
  await recordDisclosure(file, { ...sheet, include: NO_CONTACTS, format: 'paper' }, id);
}

export interface DisclosurePage {
  readonly rows: Disclosure[];
  readonly nextCursor: string | null;
}

/** What left this desk, the newest first. Throws INVALID_FIELD when the cursor is not one of ours. */
export async function readDisclosures(
  { store }: OpenFile,
  { cursor, limit }: { readonly cursor: string | null; readonly limit: number },
): Promise<DisclosurePage> {
  if (cursor !== null && !idSchema.safeParse(cursor).success) {
    throw new WorkbenchError('INVALID_FIELD', { field: 'cursor', reason: 'unknown' });
  }
  const found = await listDisclosures(store.read, cursor, limit + 1);
  const rows = found.slice(0, limit);
  return { rows, nextCursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}
