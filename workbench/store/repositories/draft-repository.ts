import type { ContactDraft } from '#shared/domain/contacts/contact.ts';
import type { Instant } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle, WriteHandle } from '../handles.ts';

export async function saveDraft(
  handle: WriteHandle,
  draft: Pick<ContactDraft, 'id' | 'form'>,
  savedAt: Instant,
): Promise<void> {
  const form = JSON.stringify(draft.form);
  await handle.tables
    .insertInto('contact_draft')
    .values({ id: draft.id, form, saved_at: savedAt })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ form, saved_at: savedAt }))
    .execute();
}

export async function deleteDraft(handle: WriteHandle, id: Id): Promise<void> {
  await handle.tables.deleteFrom('contact_draft').where('id', '=', id).execute();
}

/** What a draft holds; undefined where there is none. */
export async function findDraftForm(
  read: ReadHandle,
  id: Id,
): Promise<ContactDraft['form'] | undefined> {
  const row = await read
    .selectFrom('contact_draft')
    .select('form')
    .where('id', '=', id)
    .executeTakeFirst();
  return row && (JSON.parse(row.form) as ContactDraft['form']);
}

/** The draft touched last comes first. */
export async function listDrafts(read: ReadHandle): Promise<readonly ContactDraft[]> {
  const rows = await read
    .selectFrom('contact_draft')
    .select(['id', 'form', 'saved_at'])
    .orderBy('saved_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    form: JSON.parse(row.form) as ContactDraft['form'],
    savedAt: row.saved_at,
  }));
}

/** Makes an empty draft where there is none. */
export async function ensureDraft(handle: WriteHandle, id: Id, savedAt: Instant): Promise<void> {
  await handle.tables
    .insertInto('contact_draft')
    .values({ id, form: '{}', saved_at: savedAt })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}
