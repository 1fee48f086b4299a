import fastCheck from 'fast-check';
import { describe, expect, it } from 'vitest';

import { CONTACT_REASONS, NEXT_STEPS } from '#shared/domain/contacts/code-lists.ts';
import { contactDraftSchema, LONGEST_TEXT } from '#shared/domain/contacts/contact.ts';

import {
  draftOf,
  emptyForm,
  excessOf,
  fieldOfPath,
  fromDraft,
  isWorthKeeping,
  problemOfRule,
  type QuickLogForm,
  readForm,
  toDraft,
} from './quick-log-model.ts';

const NOW = '2026-11-22T13:30:00.000Z';
const ID = '01a2038c-165e-7208-8c9c-1f24aee8ea84';
const PLACE = {
  streetId: '01a2038c-165e-7208-8c9c-1f24aee8ea85',
  houseNumber: '12b',
  position: [4.48, 51.03] as const,
  label: 'Kaaistraat 12b',
  isPointedAt: false,
};
const complete: QuickLogForm = { ...emptyForm(NOW, PLACE), reason: 'nuisance', step: 'nothing' };

describe('readForm', () => {
  it('makes a contact of the four required fields alone', () => {
    expect(readForm(ID, complete, NOW)).toEqual({
      contact: {
        id: ID,
        occurredAt: '2026-11-22T13:30:00.000Z',
        place: { streetId: PLACE.streetId, houseNumber: '12b', position: null },
        reason: 'nuisance',
        summary: '',
        next: { step: 'nothing', note: '' },
      },
    });
  });

  it('sends a position only when somebody pointed at it', () => {
    const pointed = { ...complete, place: { ...PLACE, isPointedAt: true } };
    expect(readForm(ID, pointed, NOW)).toMatchObject({
      contact: { place: { position: [4.48, 51.03] } },
    });
  });

  it('asks what comes next instead of assuming that nothing does', () => {
    expect(readForm(ID, { ...complete, step: '' }, NOW)).toEqual({
      problems: { next: 'missing' },
    });
  });

  it('refuses a text that is too long, and counts by how much, without the blanks around it', () => {
    const long = { ...complete, summary: ` ${'a'.repeat(LONGEST_TEXT + 7)} ` };
    expect(readForm(ID, long, NOW)).toEqual({ problems: { summary: 'tooLong' } });
    expect(excessOf(long, 'summary')).toBe(7);
    expect(excessOf(long, 'note')).toBe(0);
    expect(excessOf({ ...long, summary: 'a'.repeat(LONGEST_TEXT) }, 'summary')).toBe(0);
  });

  it('names every missing field', () => {
    expect(readForm(ID, { ...emptyForm(NOW), time: '', step: 'promise' }, NOW)).toEqual({
      problems: {
        when: 'missing',
        place: 'missing',
        reason: 'missing',
        note: 'missing',
        dueOn: 'missing',
      },
    });
  });

  it('refuses a contact of tomorrow and a promise due before it', () => {
    expect(readForm(ID, { ...complete, day: '2026-11-23' }, NOW)).toEqual({
      problems: { when: 'inTheFuture' },
    });
    const promise: QuickLogForm = {
      ...complete,
      step: 'promise',
      note: 'Terugbellen',
      dueOn: '2026-11-21',
    };
    expect(readForm(ID, promise, NOW)).toEqual({ problems: { dueOn: 'beforeTheContact' } });
  });

  it('leaves the date of a promise out when there is no promise any more', () => {
    expect(readForm(ID, { ...complete, step: 'task', dueOn: '2026-11-30' }, NOW)).toMatchObject({
      contact: { next: { step: 'task', note: '' } },
    });
  });
});

describe('drafts', () => {
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
    summary: fastCheck.string(),
    step: fastCheck.constantFrom('' as const, ...NEXT_STEPS),
    note: fastCheck.string(),
    dueOn: fastCheck.constantFrom('', '2026-12-01'),
  });

  it('keep every form as it stood, within what the contract accepts', () => {
    fastCheck.assert(
      fastCheck.property(forms, (form) => {
        const draft = contactDraftSchema.parse({ id: ID, form: toDraft(form) });
        expect(fromDraft(draft.form, NOW)).toEqual(form);
      }),
    );
  });

  it('keep a text that is too long for a contact whole', () => {
    const form = { ...emptyForm(NOW), note: 'a'.repeat(3 * LONGEST_TEXT) };
    const draft = contactDraftSchema.parse({ id: ID, form: toDraft(form) });
    expect(fromDraft(draft.form, NOW).note).toBe(form.note);
  });

  it('are not made of an untouched form', () => {
    expect(isWorthKeeping(emptyForm(NOW))).toBe(false);
    expect(draftOf(emptyForm(NOW))).toBeNull();
    expect(isWorthKeeping({ ...emptyForm(NOW), placeText: 'Kaai' })).toBe(true);
  });
});

it('finds the field an answer of the workbench is about', () => {
  expect(fieldOfPath('place.streetId')).toBe('place');
  expect(fieldOfPath('next.dueOn')).toBe('dueOn');
  expect(fieldOfPath('occurredAt')).toBe('when');
  expect(fieldOfPath('nowhere')).toBeUndefined();
});

it('says which rule an answer of the workbench is about, where it knows the rule', () => {
  expect(problemOfRule('in-the-future')).toBe('inTheFuture');
  expect(problemOfRule('before-the-contact')).toBe('beforeTheContact');
  expect(problemOfRule('invalid')).toBe('refused');
});
