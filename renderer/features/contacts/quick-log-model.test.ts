import { describe, expect, it } from 'vitest';

import { LONGEST_TEXT } from '#shared/domain/contacts/contact.ts';

import {
  emptyForm,
  excessOf,
  fieldOfMissing,
  fieldOfPath,
  isFolded,
  isWorthKeeping,
  problemOfRule,
  type QuickLogForm,
  readForm as readWith,
  tellsMore,
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
const PARTY = {
  id: '01a2038c-165e-7208-8c9c-1f24aee8ea86',
  kind: 'person',
  name: 'Mila Verzonnen',
  isNew: true,
} as const;
const readForm = (id: string, form: QuickLogForm, now: string) =>
  readWith(id, form, now, { channel: null });
const complete: QuickLogForm = { ...emptyForm(NOW, PLACE), reason: 'nuisance', step: 'nothing' };

describe('readForm', () => {
  it('makes a contact of the four required fields alone', () => {
    expect(readForm(ID, complete, NOW)).toMatchObject({
      contact: {
        id: ID,
        occurredAt: '2026-11-22T13:30:00.000Z',
        place: { streetId: PLACE.streetId, houseNumber: '12b', position: null },
        reason: 'nuisance',
        next: { step: 'nothing', note: '' },
        channel: null,
        durationMinutes: null,
        parties: [],
        problems: [],
        feeling: null,
        summary: '',
        assessment: '',
        sensitivity: 'normal',
      },
    });
  });

  it('makes a contact of everything that can be told', () => {
    const full: QuickLogForm = {
      ...complete,
      step: 'promise',
      note: 'Terugbellen',
      dueOn: '2026-11-30',
      promiseChannel: 'telephone',
      ownerId: PARTY.id,
      summary: 'Geluid na elf uur',
      parties: [PARTY],
      channel: 'at-home',
      duration: ' 15 ',
      language: 'fr',
      problems: ['noise-by-neighbours'],
      need: 'Kunnen slapen',
      feeling: 'sometimes',
      assessment: 'Lijkt mee te vallen',
      sensitivity: 'restricted',
    };
    expect(readForm(ID, full, NOW)).toMatchObject({
      contact: {
        next: { step: 'promise', channel: 'telephone', ownerId: PARTY.id },
        parties: [PARTY.id],
        channel: 'at-home',
        durationMinutes: 15,
        language: 'fr',
        problems: ['noise-by-neighbours'],
        need: 'Kunnen slapen',
        feeling: 'sometimes',
        summary: 'Geluid na elf uur',
        assessment: 'Lijkt mee te vallen',
        sensitivity: 'restricted',
      },
    });
  });

  it('takes the channel used last until somebody chooses one or none', () => {
    const channelOf = (channel: string | null) => {
      const read = readWith(ID, { ...complete, channel }, NOW, { channel: 'telephone' });
      return 'contact' in read ? read.contact.channel : read.problems;
    };
    expect(channelOf(null)).toBe('telephone');
    expect(channelOf('mail')).toBe('mail');
    expect(channelOf('')).toBeNull();
  });

  it.each(['0', '1441', '12,5', 'een uur', '-3'])('takes no length of %s minutes', (duration) => {
    expect(readForm(ID, { ...complete, duration }, NOW)).toEqual({
      problems: { duration: 'notMinutes' },
    });
  });

  it('does not lose a name that was typed and neither chosen nor added', () => {
    expect(readForm(ID, { ...complete, partyText: 'Mila' }, NOW)).toEqual({
      problems: { parties: 'unchosen' },
    });
  });

  it('names the field that a rule of the contract refuses', () => {
    const parties = Array.from({ length: 2 }, () => PARTY);
    expect(readForm(ID, { ...complete, parties }, NOW)).toEqual({
      problems: { parties: 'refused' },
    });
    const place = { ...PLACE, houseNumber: '1234567890123' };
    expect(readForm(ID, { ...complete, place }, NOW)).toEqual({
      problems: { place: 'numberTooLong' },
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

it('finds the field an answer of the workbench is about', () => {
  expect(fieldOfPath('place.streetId')).toBe('place');
  expect(fieldOfPath('next.dueOn')).toBe('dueOn');
  expect(fieldOfPath('occurredAt')).toBe('when');
  expect(fieldOfPath('next.channel')).toBe('promiseChannel');
  expect(fieldOfPath('next.ownerId')).toBe('owner');
  expect(fieldOfPath('next.note')).toBe('note');
  expect(fieldOfPath('durationMinutes')).toBe('duration');
  expect(fieldOfPath('problems.2')).toBe('problems');
  expect(fieldOfPath('nowhere')).toBeUndefined();
  const promised = { step: 'promise', ownerId: ID } as const;
  expect(fieldOfMissing('party', promised)).toBe('parties');
  expect(fieldOfMissing('officer', promised)).toBe('owner');
  // Who writes is no field.
  expect(fieldOfMissing('officer', { ...promised, ownerId: '' })).toBeUndefined();
  expect(fieldOfMissing('officer', { ...promised, step: 'nothing' })).toBeUndefined();
  expect(fieldOfMissing('nothing', promised)).toBeUndefined();
});

it('says which rule an answer of the workbench is about, where it knows the rule', () => {
  expect(problemOfRule('in-the-future')).toBe('inTheFuture');
  expect(problemOfRule('before-the-contact')).toBe('beforeTheContact');
  expect(problemOfRule('invalid')).toBe('refused');
});

it('folds everything away but the four answers, and knows when something stands there', () => {
  expect(
    ['when', 'place', 'reason', 'next', 'note', 'dueOn'].some((field) => isFolded(field as 'when')),
  ).toBe(false);
  expect(isFolded('summary')).toBe(true);
  expect(isFolded('sensitivity')).toBe(true);
  expect(tellsMore(complete)).toBe(false);
  for (const part of [
    { summary: 'a' },
    { parties: [PARTY] },
    { partyText: 'Mi' },
    { channel: '' },
    { problems: ['other'] },
    { feeling: 'never' },
    { sensitivity: 'restricted' as const },
  ]) {
    expect(tellsMore({ ...complete, ...part }), JSON.stringify(part)).toBe(true);
    expect(isWorthKeeping({ ...emptyForm(NOW), ...part }), JSON.stringify(part)).toBe(true);
  }
});
