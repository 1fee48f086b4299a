import type { ContactDraft } from '#shared/domain/contacts/contact.ts';

import { isContactDraft, useEveryDraft } from '../../client/drafts.ts';

/** Contacts that somebody began to type and did not finish. */
export function useDrafts(): readonly ContactDraft[] {
  return (useEveryDraft().data ?? []).filter(isContactDraft);
}
