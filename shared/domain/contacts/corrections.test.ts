import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Amendment, changesSomething } from './amendment.ts';
import type { Contact, ContactChanges } from './contact.ts';
import { correctableOf, correctionSteps, differences, takingBack } from './corrections.ts';

const original: Contact = {
  id: 'c1',
  occurredAt: '2026-06-15T07:30:00.000Z',
  loggedAt: '2026-06-15T08:00:00.000Z',
  authorId: 'o1',
  authorName: 'Noor Voorbeeld',
  streetId: 's1',
  streetNameNl: 'Zonnebloemstraat',
  streetNameFr: '',
  houseNumber: '12',
  neighbourhoodId: 'w1',
  neighbourhoodNameNl: 'Zonnewijk',
  neighbourhoodNameFr: '',
  position: [4.4, 51],
  placeSource: 'address',
  reason: 'nuisance',
  nextStep: 'nothing',
  nextNote: '',
  channel: null,
  durationMinutes: null,
  parties: [],
  language: null,
  problems: [],
  need: '',
  feeling: null,
  summary: 'Sluikstort',
  assessment: '',
  sensitivity: 'normal',
  withdrawn: false,
  amendments: 0,
  recordState: 'only-here',
};

const changes: fc.Arbitrary<ContactChanges> = fc.record(
  {
    reason: fc.constantFrom('nuisance', 'traffic', 'school'),
    channel: fc.constantFrom('street', 'mail', null),
    problems: fc.subarray(['vandalism', 'other']),
    summary: fc.constantFrom('Sluikstort', 'Sluikstort aan de bol', ''),
    withdrawn: fc.boolean(),
  },
  { requiredKeys: [] },
);
const amendments = fc.array(changes, { maxLength: 6 }).map((all) => all.map(amendment));

function amendment(said: ContactChanges, index: number): Amendment {
  return {
    id: `a${index}`,
    contactId: 'c1',
    note: 'Vergissing',
    changes: said,
    authorId: 'o1',
    authorName: 'Noor Voorbeeld',
    madeAt: '2026-06-16T08:00:00.000Z',
  };
}

describe('the steps of a contact', () => {
  it('begin with what was submitted, and each begins where the one before it ended', () => {
    fc.assert(
      fc.property(amendments, (all) => {
        const steps = correctionSteps({ original, amendments: all });
        expect(steps).toHaveLength(all.length);
        let before = correctableOf(original);
        for (const step of steps) {
          expect(step.before).toEqual(before);
          expect(step.fields.every((field) => field in step.amendment.changes)).toBe(true);
          expect(Object.keys(differences(step.before, step.after)).sort()).toEqual(
            [...step.fields].sort(),
          );
          before = step.after;
        }
      }),
    );
  });

  it('take a place that was pointed at as such, and another by its address', () => {
    expect(correctableOf(original).place.position).toBeNull();
    expect(correctableOf({ ...original, placeSource: 'pointed' }).place.position).toEqual([
      4.4, 51,
    ]);
  });
});

describe('taking an amendment back', () => {
  it('of the newest leaves what was there before it', () => {
    fc.assert(
      fc.property(amendments, changes, (all, last) => {
        const history = { original, amendments: [...all, amendment(last, all.length)] };
        const step = correctionSteps(history).at(-1);
        const back = takingBack(history, `a${all.length}`);
        const after = correctionSteps({
          original,
          amendments: [...history.amendments, amendment(back, 99)],
        }).at(-1);
        expect(after?.after).toEqual(step?.before);
      }),
    );
  });

  it('never touches a field that was corrected again since', () => {
    fc.assert(
      fc.property(amendments, fc.nat({ max: 5 }), (all, chosen) => {
        const history = { original, amendments: all };
        const steps = correctionSteps(history);
        const back = takingBack(history, `a${chosen}`);
        const since = steps.slice(chosen + 1).flatMap(({ fields }) => fields);
        expect(Object.keys(back).filter((field) => since.some((one) => one === field))).toEqual([]);
        const last = steps.at(-1);
        if (last && Object.keys(back).length > 0) {
          expect(changesSomething(last.after, back)).toBe(true);
        }
      }),
    );
  });

  it('can be taken back itself', () => {
    const first = amendment({ reason: 'traffic', summary: 'Te snel' }, 1);
    const back = takingBack({ original, amendments: [first] }, first.id);
    expect(back).toEqual({ reason: 'nuisance', summary: 'Sluikstort' });
    const second = amendment(back, 2);
    expect(takingBack({ original, amendments: [first, second] }, second.id)).toEqual({
      reason: 'traffic',
      summary: 'Te snel',
    });
    expect(takingBack({ original, amendments: [first, second] }, first.id)).toEqual({});
  });
});
