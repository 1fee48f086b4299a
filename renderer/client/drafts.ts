import type { UseQueryResult } from '@tanstack/react-query';

import type { ContactDraft } from '#shared/domain/contacts/contact.ts';

import { type Question, useQuestion } from './queries.ts';

/**
 * What a draft is of, where it is not a contact: the outcome of a promise under the promise's own id, a
 * correction under the id of its contact, why a contact is withdrawn under an id of its own, and why a file
 * is withdrawn under that of the file. A draft without this field is an unfinished contact.
 */
export const DRAFT_KIND = 'kind';
export const PROMISE_OUTCOME = 'promise-outcome';
export const CONTACT_AMENDMENT = 'contact-amendment';
export const CONTACT_WITHDRAWAL = 'contact-withdrawal';
export const ATTACHMENT_WITHDRAWAL = 'attachment-withdrawal';

export const draftsQuestion: Question<ContactDraft[]> = {
  topics: ['drafts'],
  key: ['contacts.drafts'],
  ask: (client, signal) => client.contacts.drafts(undefined, { signal }),
};

/** Everything that somebody began to type and did not finish, of every kind. */
export function useEveryDraft(): UseQueryResult<ContactDraft[]> {
  return useQuestion(draftsQuestion);
}

export function isContactDraft(draft: Pick<ContactDraft, 'form'>): boolean {
  return (draft.form[DRAFT_KIND] ?? '') === '';
}
