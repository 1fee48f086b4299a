import type { ContactDraft } from '#shared/domain/contacts/contact.ts';

import { DRAFT_KIND, PROMISE_OUTCOME } from '../../client/drafts.ts';

/** What stands in the dialog that closes a promise. */
export interface OutcomeForm {
  readonly kept: 'yes' | 'no';
  readonly outcome: string;
  /** A channel's code; empty when it is not written down. */
  readonly toldBy: string;
}

export const EMPTY_OUTCOME: OutcomeForm = { kept: 'yes', outcome: '', toldBy: '' };

/** The dialog as texts, as a draft keeps it; null when nothing in it would be a loss. */
export function toOutcomeDraft({
  kept,
  outcome,
  toldBy,
}: OutcomeForm): ContactDraft['form'] | null {
  return outcome.trim() === '' ? null : { [DRAFT_KIND]: PROMISE_OUTCOME, kept, outcome, toldBy };
}

/** The dialog that a draft kept; empty when the draft is of something else. */
export function fromOutcomeDraft(form: ContactDraft['form'] | undefined): OutcomeForm {
  if (form?.[DRAFT_KIND] !== PROMISE_OUTCOME) return EMPTY_OUTCOME;
  return {
    kept: form.kept === 'no' ? 'no' : 'yes',
    outcome: form.outcome ?? '',
    toldBy: form.toldBy ?? '',
  };
}
