import fastCheck from 'fast-check';
import { describe, expect, it } from 'vitest';

import { contactDraftSchema } from '#shared/domain/contacts/contact.ts';

import { isContactDraft } from '../../client/drafts.ts';
import { EMPTY_OUTCOME, fromOutcomeDraft, toOutcomeDraft } from './outcome-draft.ts';

const ID = '01a2038c-165e-7208-8c9c-1f24aee8ea84';

describe('the outcome of a promise as a draft', () => {
  it('comes back as it was typed, and is no unfinished contact', () => {
    fastCheck.assert(
      fastCheck.property(
        fastCheck.constantFrom('yes' as const, 'no' as const),
        fastCheck.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
        fastCheck.constantFrom('', 'telephone'),
        (kept, outcome, toldBy) => {
          const draft = contactDraftSchema.parse({
            id: ID,
            form: toOutcomeDraft({ kept, outcome, toldBy }),
          });
          expect(isContactDraft(draft)).toBe(false);
          expect(fromOutcomeDraft(draft.form)).toEqual({ kept, outcome, toldBy });
        },
      ),
    );
  });

  it('is nothing when nothing was typed, or when the draft is a contact', () => {
    expect(toOutcomeDraft({ kept: 'no', outcome: '  ', toldBy: 'mail' })).toBeNull();
    expect(isContactDraft({ form: { summary: 'Half' } })).toBe(true);
    expect(fromOutcomeDraft({ outcome: 'Half' })).toEqual(EMPTY_OUTCOME);
    expect(fromOutcomeDraft(undefined)).toEqual(EMPTY_OUTCOME);
  });
});
