import { sql } from 'kysely';

import type {
  Attachment,
  AttachmentOwner,
  PhotoDetails,
} from '#shared/domain/attachments/attachment.ts';
import type { MediaType } from '#shared/domain/attachments/media-type.ts';
import type { Instant } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle, WriteHandle } from '../handles.ts';
import { FROM_CENTRE, recordStandings } from './record-state-repository.ts';

/** A file as it hangs on something. */
export interface FileRow {
  readonly id: Id;
  readonly addedAt: Instant;
  readonly hash: string;
  readonly name: string;
  readonly mediaType: MediaType;
  readonly size: number;
  readonly details: PhotoDetails;
}

export interface AttachmentRow extends FileRow {
  readonly contactId: Id;
  readonly authorId: Id;
  readonly withdrawn: boolean;
  readonly withdrawnNote: string;
  readonly version: number;
}

const FILE_COLUMNS = [
  'file.id',
  'file.added_at as addedAt',
  'file.hash',
  'file.name',
  'file.media_type as mediaType',
  'file.size',
  'file.details',
] as const;

/** The files of a contact, in the order in which they were added. */
export async function attachmentsOf(
  read: ReadHandle,
  contactId: Id,
): Promise<readonly Attachment[]> {
  const rows = await read
    .selectFrom('attachment as file')
    .innerJoin('officer', 'officer.id', 'file.author_id')
    .leftJoin('blob', 'blob.hash', 'file.hash')
    .leftJoin('blob_thumbnail', 'blob_thumbnail.hash', 'file.hash')
    .leftJoin('blob_upload', (join) =>
      join
        .on('blob_upload.entity', '=', sql.lit('attachment' as const))
        .onRef('blob_upload.entity_id', '=', 'file.id'),
    )
    .select([
      ...FILE_COLUMNS,
      'file.withdrawn',
      'file.withdrawn_note as note',
      'officer.display_name as authorName',
      'blob.received',
      'blob_thumbnail.hash as thumbnail',
      'blob_upload.sent',
      'blob_upload.state as upload',
    ])
    .where('file.contact_id', '=', contactId)
    .orderBy('file.added_at')
    .orderBy('file.id')
    .execute();
  const standings = await recordStandings(
    read,
    'attachment',
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const { id, hash, name, mediaType, size, details, addedAt, authorName } = row;
    return {
      ...{ id, hash, name, mediaType, size, details, addedAt, authorName },
      withdrawn: row.withdrawn === 1 ? { note: row.note } : null,
      here: row.received ?? 0,
      hasThumbnail: row.thumbnail !== null,
      recordState: (standings.get(id) ?? FROM_CENTRE).state,
      sent: row.sent ?? size,
      isRefused: row.upload === 'refused',
    };
  });
}

/** The files of a contact that is still being written; those that were taken off are left out. */
export async function draftAttachmentsOf(
  read: ReadHandle,
  draftId: Id,
  authorName: string,
): Promise<readonly Attachment[]> {
  const rows = await draftFiles(read, draftId)
    .leftJoin('blob_thumbnail', 'blob_thumbnail.hash', 'file.hash')
    .select('blob_thumbnail.hash as thumbnail')
    .where('file.removed', '=', 0)
    .execute();
  return rows.map(({ thumbnail, ...file }) => ({
    ...file,
    authorName,
    withdrawn: null,
    here: file.size,
    hasThumbnail: thumbnail !== null,
    recordState: 'only-here',
    sent: 0,
    isRefused: false,
  }));
}

function draftFiles(read: ReadHandle, draftId: Id) {
  return read
    .selectFrom('draft_attachment as file')
    .select(FILE_COLUMNS)
    .where('file.draft_id', '=', draftId)
    .orderBy('file.added_at')
    .orderBy('file.id');
}

export async function countAttachments(read: ReadHandle, owner: AttachmentOwner): Promise<number> {
  const { count } =
    owner.kind === 'contact'
      ? await read
          .selectFrom('attachment')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where('contact_id', '=', owner.id)
          .executeTakeFirstOrThrow()
      : await read
          .selectFrom('draft_attachment')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where('draft_id', '=', owner.id)
          .where('removed', '=', 0)
          .executeTakeFirstOrThrow();
  return count;
}

export async function findAttachment(read: ReadHandle, id: Id): Promise<AttachmentRow | undefined> {
  const row = await read
    .selectFrom('attachment as file')
    .select([
      ...FILE_COLUMNS,
      'file.contact_id as contactId',
      'file.author_id as authorId',
      'file.withdrawn',
      'file.withdrawn_note as withdrawnNote',
      'file.version',
    ])
    .where('file.id', '=', id)
    .executeTakeFirst();
  return row && { ...row, withdrawn: row.withdrawn === 1 };
}

/** A file of a contact or of a draft, wherever it hangs. */
export async function findFile(read: ReadHandle, id: Id): Promise<FileRow | undefined> {
  return (
    (await findAttachment(read, id)) ??
    (await read
      .selectFrom('draft_attachment as file')
      .select(FILE_COLUMNS)
      .where('file.id', '=', id)
      .executeTakeFirst())
  );
}

/** Writes a file of a contact as it now is. */
export async function putAttachment({ tables }: Pick<WriteHandle, 'tables'>, row: AttachmentRow) {
  const changing = {
    withdrawn: row.withdrawn ? 1 : 0,
    withdrawn_note: row.withdrawnNote,
    version: row.version,
  };
  await tables
    .insertInto('attachment')
    .values({
      ...columnsOf(row),
      contact_id: row.contactId,
      author_id: row.authorId,
      ...changing,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
    .execute();
}

export async function insertDraftAttachment(
  { tables }: WriteHandle,
  draftId: Id,
  row: FileRow,
): Promise<void> {
  await tables
    .insertInto('draft_attachment')
    .values({ ...columnsOf(row), draft_id: draftId, removed: 0 })
    .execute();
}

/** Takes a file off a draft, or puts it back. @returns whether there is one. */
export async function markDraftAttachment(
  { tables }: WriteHandle,
  id: Id,
  removed: boolean,
): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('draft_attachment')
    .set({ removed: removed ? 1 : 0 })
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes the files off a draft that is submitted. @returns those that were not removed from it. */
export async function takeDraftAttachments(
  { tables }: WriteHandle,
  draftId: Id,
): Promise<readonly FileRow[]> {
  return draftFiles(tables, draftId).where('file.removed', '=', 0).execute();
}

export async function deleteDraftAttachments({ tables }: WriteHandle, draftId: Id): Promise<void> {
  await tables.deleteFrom('draft_attachment').where('draft_id', '=', draftId).execute();
}

/**
 * Forgets files that were taken off a draft, and those whose draft was thrown away: the way back ends
 * with the session in which it was offered.
 */
export async function sweepDraftAttachments({ tables }: WriteHandle): Promise<void> {
  await tables
    .deleteFrom('draft_attachment')
    .where(({ eb, or, not, exists, selectFrom }) =>
      or([
        eb('removed', '=', 1),
        not(
          exists(
            selectFrom('contact_draft')
              .select('contact_draft.id')
              .whereRef('contact_draft.id', '=', 'draft_attachment.draft_id'),
          ),
        ),
      ]),
    )
    .execute();
}

function columnsOf(row: FileRow) {
  const { id, hash, name, size, details } = row;
  return { id, added_at: row.addedAt, hash, name, media_type: row.mediaType, size, details };
}
