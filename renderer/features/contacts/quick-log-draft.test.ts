import fastCheck from 'fast-check';
import { expect, it } from 'vitest';

import {
  CONTACT_REASONS,
  NEXT_STEPS,
  PROBLEMS,
  SENSITIVITIES,
} from '#shared/domain/contacts/code-lists.ts';
import { contactDraftSchema, LONGEST_TEXT } from '#shared/domain/contacts/contact.ts';
import { PARTY_KINDS } from '#shared/domain/parties/party.ts';

import { draftOf, fromDraft, toDraft } from './quick-log-draft.ts';
import { emptyForm, isWorthKeeping, type QuickLogForm } from './quick-log-model.ts';

const NOW = '2026-11-22T13:30:00.000Z';
const ID = '01a2038c-165e-7208-8c9c-1f24aee8ea84';
const PLACE = {
  streetId: '01a2038c-165e-7208-8c9c-1f24aee8ea85',
  houseNumber: '12b',
  position: [4.48, 51.03] as const,
  label: 'Kaaistraat 12b',
  isPointedAt: false,
};

const code = fastCheck.constantFrom('', 'telephone', 'fr');
const forms: fastCheck.Arbitrary<QuickLogForm> = fastCheck.record({
  day: fastCheck.constantFrom('2026-11-20', '2025-01-01'),
  time: fastCheck.constantFrom('09:15', '23:59'),
  place: fastCheck.constantFrom(
    null,
    PLACE,
    { ...PLACE, position: null },
    { ...PLACE, isPointedAt: true },
  ),
  placeText: fastCheck.string(),
  reason: fastCheck.constantFrom('' as const, ...CONTACT_REASONS),
  step: fastCheck.constantFrom('' as const, ...NEXT_STEPS),
  note: fastCheck.string(),
  dueOn: fastCheck.constantFrom('', '2026-12-01'),
  promiseChannel: code,
  ownerId: fastCheck.constantFrom('', ID),
  summary: fastCheck.string({ unit: 'grapheme' }),
  parties: fastCheck.array(
    fastCheck.record({
      id: fastCheck.constant(ID),
      kind: fastCheck.constantFrom(...PARTY_KINDS),
      name: fastCheck
        .string({ unit: 'grapheme', minLength: 1 })
        .filter((name) => name.trim() === name),
      isNew: fastCheck.boolean(),
    }),
    { maxLength: 4 },
  ),
  partyText: fastCheck.string(),
  channel: fastCheck.option(code),
  duration: fastCheck.string(),
  language: code,
  problems: fastCheck.subarray([...PROBLEMS]),
  need: fastCheck.string(),
  feeling: fastCheck.constantFrom('', 'often'),
  assessment: fastCheck.string(),
  sensitivity: fastCheck.constantFrom(...SENSITIVITIES),
});

it('keeps every form as it stood, within what the contract accepts', () => {
  fastCheck.assert(
    fastCheck.property(forms, (form) => {
      const draft = contactDraftSchema.parse({ id: ID, form: toDraft(form) });
      expect(fromDraft(draft.form, NOW)).toEqual(form);
    }),
  );
});

it('reads whatever an older draft holds, and leaves out what it cannot read', () => {
  fastCheck.assert(
    fastCheck.property(
      fastCheck.dictionary(
        fastCheck.constantFrom(
          'parties',
          'problems',
          'position',
          'streetId',
          'sensitivity',
          'step',
        ),
        fastCheck.oneof(fastCheck.string(), fastCheck.json(), fastCheck.constant(null)),
      ),
      (draft) => {
        const form = fromDraft({ summary: 'half', ...draft }, NOW);
        expect(form.summary).toBe('half');
        expect(Array.isArray(form.parties)).toBe(true);
      },
    ),
  );
});

it('keeps a text that is too long for a contact whole', () => {
  const form = { ...emptyForm(NOW), note: 'a'.repeat(3 * LONGEST_TEXT) };
  const draft = contactDraftSchema.parse({ id: ID, form: toDraft(form) });
  expect(fromDraft(draft.form, NOW).note).toBe(form.note);
});

it('makes no draft of an untouched form', () => {
  expect(isWorthKeeping(emptyForm(NOW))).toBe(false);
  expect(draftOf(emptyForm(NOW), false)).toBeNull();
  expect(draftOf(emptyForm(NOW), true)).not.toBeNull();
  expect(isWorthKeeping({ ...emptyForm(NOW), placeText: 'Kaai' })).toBe(true);
});
