import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { draftAgain } from './draft-again.ts';

const CONTACT = '0197a000-0000-7000-8000-000000000001';
const FRESH = '0197a000-0000-7000-8000-000000000002';
const subject = {
  text: '',
  streetNameNl: '',
  streetNameFr: '',
  houseNumber: '',
  contactId: CONTACT,
  partyId: null,
  isRestricted: false,
};
const refused = { entity: 'contact' as const, state: 'rejected' as const, texts: [], subject };
const fresh = () => FRESH;

describe('a draft of what was not taken', () => {
  it('holds every text of a contact, under an id of its own', () => {
    const fields = fc.uniqueArray(fc.constantFrom('summary', 'need', 'assessment', 'nextNote'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(fields, (named) => {
        const texts = named.map((field) => ({ field, text: `over ${field}` }));
        const draft = draftAgain({ ...refused, texts }, [], fresh);
        expect(draft?.id).toBe(FRESH);
        expect(Object.values(draft?.form ?? {})).toEqual(texts.map(({ text }) => text));
      }),
    );
  });

  it('of a correction never takes the place of another one', () => {
    const correction = {
      ...refused,
      entity: 'amendment' as const,
      texts: [{ field: 'note', text: 'Verkeerd verstaan' }],
    };
    expect(draftAgain(correction, [{ id: FRESH }], fresh)).toEqual({
      id: CONTACT,
      form: { note: 'Verkeerd verstaan', kind: 'contact-amendment' },
    });
    expect(draftAgain(correction, [{ id: CONTACT }], fresh)).toBeUndefined();
    const gone = { ...correction, subject: { ...subject, contactId: null } };
    expect(draftAgain(gone, [], fresh)).toBeUndefined();
  });

  it('is none of what waits for a team lead, nor of what has no text or form', () => {
    const texts = [{ field: 'summary', text: 'Gezien' }];
    expect(draftAgain({ ...refused, texts, state: 'quarantined' }, [], fresh)).toBeUndefined();
    expect(draftAgain(refused, [], fresh)).toBeUndefined();
    expect(draftAgain({ ...refused, texts, entity: 'party' }, [], fresh)).toBeUndefined();
  });
});
