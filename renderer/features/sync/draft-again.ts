import type { AttentionItem } from '#shared/contract/sync-lines.ts';
import type { ContactDraft } from '#shared/domain/contacts/contact.ts';
import type { Id } from '#shared/lib/ids.ts';

import { CONTACT_AMENDMENT, DRAFT_KIND } from '../../client/drafts.ts';

/**
 * A draft with what was typed in a contact or a correction that the centre did not take; undefined where
 * there is no form for it, where its contact is not here, or where its place is taken by a draft already.
 *
 * @param freshId the id of a new draft.
 */
export function draftAgain(
  item: Pick<AttentionItem, 'entity' | 'state' | 'texts' | 'subject'>,
  drafts: readonly Pick<ContactDraft, 'id'>[],
  freshId: () => Id,
): Pick<ContactDraft, 'id' | 'form'> | undefined {
  if (item.state !== 'rejected' || item.texts.length === 0) return undefined;
  const texts = Object.fromEntries(
    item.texts.map(({ field, text }) => [field === 'nextNote' ? 'note' : field, text]),
  );
  if (item.entity === 'contact') return { id: freshId(), form: texts };
  // A correction that is being typed lies under the id of its contact: there is one at a time.
  const { contactId } = item.subject;
  const isFree = contactId !== null && drafts.every(({ id }) => id !== contactId);
  if (item.entity !== 'amendment' || !isFree) return undefined;
  return { id: contactId, form: { ...texts, [DRAFT_KIND]: CONTACT_AMENDMENT } };
}
