import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays } from '../../lib/dates.ts';
import { ACTION_STATES } from './action.ts';
import { answerDay, answerStanding, creditsFrom } from './bench.ts';

const day = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays('1990-01-01', days));
const days = fc.integer({ min: 1, max: 90 });
const person = fc.constantFrom('Noor', 'Samir', 'Mila', 'Wout', 'Lotte');
const source = fc.record({ credits: fc.array(person, { maxLength: 8 }), proposedBy: person });

describe('the day of an answer', () => {
  it('lies as many days after the proposal as there are, whatever months and years lie between', () => {
    fc.assert(
      fc.property(day, days, (proposedOn, count) => {
        const last = answerDay(proposedOn, count);
        expect((Date.parse(last) - Date.parse(proposedOn)) / 86_400_000).toBe(count);
        expect(answerDay(proposedOn, count + 1) > last).toBe(true);
        expect(answerDay(addDays(proposedOn, 1), count) > last).toBe(true);
      }),
    );
  });

  it('goes over the end of a February that has a leap day, and of one that has none', () => {
    expect(answerDay('2028-02-20', 14)).toBe('2028-03-05');
    expect(answerDay('2027-02-20', 14)).toBe('2027-03-06');
  });
});

describe('a proposal', () => {
  const fromLastDay = fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: -90, max: 400 }));

  it('waits until its last day, that day included, and is late from the next one on', () => {
    fc.assert(
      fc.property(day, days, fromLastDay, (proposedOn, count, past) => {
        const answerBy = answerDay(proposedOn, count);
        expect(answerStanding({ state: 'proposed', answerBy }, addDays(answerBy, past))).toBe(
          past > 0 ? 'late' : 'waiting',
        );
      }),
    );
  });

  it('that was answered is never late, on whatever day somebody looks', () => {
    const states = ACTION_STATES.filter((state) => state !== 'proposed');
    fc.assert(
      fc.property(fc.constantFrom(...states), day, day, (state, answerBy, today) => {
        expect(answerStanding({ state, answerBy }, today)).toBe('answered');
      }),
    );
  });
});

describe('whose idea something is', () => {
  it('names everybody of before and who proposed it, each once, in the order in which they came', () => {
    fc.assert(
      fc.property(source, (one) => {
        const credits = creditsFrom(one);
        const all: readonly string[] = [...one.credits, one.proposedBy];
        expect(new Set(credits).size).toBe(credits.length);
        expect(new Set(credits)).toEqual(new Set(all));
        const firsts = credits.map((name) => all.indexOf(name));
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
      }),
    );
  });

  it('stays as it is when somebody takes up what they proposed themselves', () => {
    fc.assert(
      fc.property(source, ({ credits, proposedBy }) => {
        const once = creditsFrom({ credits, proposedBy });
        expect(creditsFrom({ credits: [...once], proposedBy })).toEqual(once);
      }),
    );
  });

  it('keeps the first author first through any chain of copies', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 12 }), (proposers) => {
        let credits: readonly string[] = [];
        for (const proposedBy of proposers) {
          credits = creditsFrom({ credits: [...credits], proposedBy });
          expect(credits[0]).toBe(proposers[0]);
        }
        expect(credits).toEqual([...new Set(proposers)]);
      }),
    );
  });
});
