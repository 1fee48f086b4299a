import fastCheck from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Contact, contactDraftSchema, LONGEST_TEXT } from '#shared/domain/contacts/contact.ts';

import { isContactDraft } from '../../client/drafts.ts';
import {
  type CorrectForm,
  formOf,
  readCorrection,
  toCorrectionDraft,
  withCorrectionDraft,
} from './correct-model.ts';

const STREET = '01a2038c-165e-7208-8c9c-1f24aee8ea84';
const OTHER = '01a2038c-165e-7208-8c9c-1f24aee8ea85';
const THIRD = '01970000-0000-7000-8000-000000000007';
const NOW = '2026-06-15T12:00:00.000Z';

const contact: Contact = {
  id: '01a2038c-165e-7208-8c9c-1f24aee8ea86',
  occurredAt: '2026-06-15T07:30:41.123Z',
  loggedAt: '2026-06-15T08:00:00.000Z',
  authorId: 'o1',
  authorName: 'Noor Voorbeeld',
  streetId: STREET,
  streetNameNl: 'Zonnebloemstraat',
  streetNameFr: '',
  houseNumber: '12',
  neighbourhoodId: null,
  neighbourhoodNameNl: '',
  neighbourhoodNameFr: '',
  position: [4.4, 51],
  placeSource: 'address',
  reason: 'nuisance',
  nextStep: 'nothing',
  nextNote: '',
  channel: 'street',
  durationMinutes: 10,
  parties: [
    { id: OTHER, kind: 'person', name: 'Mila Verzonnen' },
    { id: STREET, kind: 'organisation', name: 'Bakkerij De Korst' },
  ],
  language: null,
  problems: ['other'],
  need: '',
  feeling: 'often',
  summary: 'Sluikstort',
  assessment: '',
  sensitivity: 'normal',
  withdrawn: false,
  amendments: 0,
  recordState: 'only-here',
};
const first = formOf(contact, 'Zonnebloemstraat 12');
const read = (part: Partial<CorrectForm>) =>
  readCorrection({ ...first, note: 'Vergissing', ...part }, contact, NOW);

const MILA = { id: OTHER, kind: 'person', name: 'Mila Verzonnen', isNew: false } as const;
const ADDED = { id: THIRD, kind: 'person', name: 'Joris Bedacht', isNew: true } as const;

const text = fastCheck.string({ maxLength: 20 });
const parts: fastCheck.Arbitrary<Partial<CorrectForm>> = fastCheck.record(
  {
    note: text,
    summary: text,
    assessment: text,
    channel: fastCheck.constantFrom('', 'mail', 'street'),
    duration: fastCheck.constantFrom('', '10', '25', 'x'),
    problems: fastCheck.subarray(['other', 'vandalism']),
    parties: fastCheck.subarray([...first.parties, ADDED]),
    partyText: fastCheck.constantFrom('', 'Jor'),
    place: fastCheck.constantFrom(first.place, null, {
      streetId: OTHER,
      houseNumber: '4',
      position: [4.41, 51.01] as const,
      isPointedAt: true,
      label: 'Sporenlaan 4',
    }),
  },
  { requiredKeys: [] },
);

describe('a correction as a draft', () => {
  it('comes back as it was typed, and is no unfinished contact', () => {
    fastCheck.assert(
      fastCheck.property(parts, (part) => {
        const form = { ...first, ...part };
        const draft = toCorrectionDraft(form, first, OTHER);
        if (!draft) {
          expect(form).toEqual(first);
          return;
        }
        const kept = contactDraftSchema.parse({ id: contact.id, form: draft });
        expect(isContactDraft(kept)).toBe(false);
        expect(withCorrectionDraft(first, kept.form)).toEqual(form);
      }),
    );
  });

  it('puts back nothing that a colleague corrected meanwhile', () => {
    const draft = toCorrectionDraft({ ...first, need: 'Verlichting' }, first, OTHER);
    const now = formOf({ ...contact, reason: 'traffic' }, 'Zonnebloemstraat 12');
    expect(withCorrectionDraft(now, draft ?? undefined)).toEqual({ ...now, need: 'Verlichting' });
  });

  it('of an earlier version, which named only ids, still says who was taken out', () => {
    const draft = toCorrectionDraft({ ...first, need: 'Verlichting' }, first, OTHER);
    const earlier = { ...draft, parties: JSON.stringify([OTHER]) };
    expect(withCorrectionDraft(first, earlier).parties).toEqual([MILA]);
  });

  it('of another kind is left alone', () => {
    expect(withCorrectionDraft(first, { summary: 'Half' })).toEqual(first);
    expect(withCorrectionDraft(first, undefined)).toEqual(first);
  });
});

describe('what a correction changes', () => {
  it('is only what differs, and the second of the moment stays where the minute does', () => {
    expect(read({ summary: 'Zwerfvuil ' })).toEqual({
      changes: { summary: 'Zwerfvuil' },
      note: 'Vergissing',
    });
    expect(read({ time: '09:31' })).toMatchObject({
      changes: { occurredAt: '2026-06-15T07:31:00.000Z' },
    });
  });

  it('takes out what was filled in by mistake', () => {
    expect(read({ channel: '', duration: '', feeling: '', problems: [], parties: [MILA] })).toEqual(
      {
        changes: {
          channel: null,
          durationMinutes: null,
          parties: [OTHER],
          problems: [],
          feeling: null,
        },
        note: 'Vergissing',
      },
    );
  });

  it('names who was forgotten', () => {
    expect(read({ parties: [...first.parties, ADDED] })).toMatchObject({
      changes: { parties: [OTHER, STREET, THIRD] },
    });
  });

  it('keeps a place by its address unless somebody pointed at another', () => {
    const place = { ...first.place, label: '', streetId: STREET, houseNumber: '14' };
    expect(read({ place: { ...place, position: [4.4, 51], isPointedAt: false } })).toMatchObject({
      changes: { place: { houseNumber: '14', position: null } },
    });
    expect(read({ place: { ...place, position: [4.4, 51], isPointedAt: true } })).toMatchObject({
      changes: { place: { position: [4.4, 51] } },
    });
  });

  it.each([
    [{}, { form: 'nothingChanged' }],
    [{ note: ' ', summary: 'x' }, { note: 'note' }],
    [{ day: '' }, { when: 'when' }],
    [{ day: '2026-06-16' }, { when: 'inTheFuture' }],
    [{ day: '1987-06-16' }, { when: 'tooLongAgo' }],
    [{ place: null }, { place: 'place' }],
    [{ partyText: 'Jor' }, { parties: 'unchosen' }],
    [{ duration: '1.5' }, { duration: 'duration' }],
    [{ duration: '1441' }, { duration: 'duration' }],
    [{ need: 'a'.repeat(LONGEST_TEXT + 1) }, { need: 'tooLong' }],
  ] as const)('says what is wrong with %o', (part, problems) => {
    expect(read(part)).toEqual({ problems });
  });
});
