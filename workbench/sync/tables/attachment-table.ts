import { PHOTO_DETAILS } from '#shared/domain/attachments/attachment.ts';
import { MEDIA_TYPES } from '#shared/domain/attachments/media-type.ts';

import { findAttachment, putAttachment } from '../../store/repositories/attachment-repository.ts';
import { codeOf, type EntityTable, textOf } from './entity-table.ts';

/** A file on a contact: what is known of it comes with the row, its bytes when somebody needs them. */
export const attachmentTable: EntityTable = {
  async has(tables, id) {
    return (await findAttachment(tables, id)) !== undefined;
  },
  async write(tables, id, fields, version) {
    await putAttachment(
      { tables },
      {
        id,
        contactId: textOf(fields, 'contactId'),
        authorId: textOf(fields, 'authorId'),
        addedAt: textOf(fields, 'addedAt'),
        hash: textOf(fields, 'hash'),
        name: textOf(fields, 'name'),
        mediaType: codeOf(fields, 'mediaType', MEDIA_TYPES),
        size: Number(fields['size']),
        details: codeOf(fields, 'details', PHOTO_DETAILS),
        withdrawn: fields['withdrawn'] === true,
        withdrawnNote: textOf(fields, 'withdrawnNote'),
        version,
      },
    );
  },
  /** Its bytes go with the last row that refers to them. */
  async remove(tables, id) {
    await tables.deleteFrom('attachment').where('id', '=', id).execute();
  },
};
