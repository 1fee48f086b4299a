import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ONCE } from './measure.ts';
import { proposedDose } from './usual-dose.ts';
import { isHeavy, MEANS } from './vocabulary.ts';

const dose = (minutes: number, timesPerWeek: number) =>
  ({ rung: 'talk', minutes, timesPerWeek }) as const;
const evenings = [{ days: [5, 6], from: 1_080, to: 1_320 }];

describe('the dose of a proposed measure', () => {
  it('is a visit on each day of its hours, or what such a measure usually is', () => {
    expect(proposedDose('presence', evenings, [])).toEqual({
      rung: 'information',
      minutes: 15,
      timesPerWeek: 2,
      dose: { kind: 'visits' },
    });
    const everyDay = [{ days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 60 }];
    expect(proposedDose('presence', everyDay, []).timesPerWeek).toBe(5);
    expect(proposedDose('presence', [], []).dose).toEqual({ kind: 'usual' });
    expect(proposedDose('own-task', evenings, []).minutes).toBe(15);
    expect(proposedDose('constructor', evenings, []).minutes).toBe(15);
  });

  it('is once in all for works of a partner and for a talk', () => {
    expect(proposedDose('works', evenings, [])).toMatchObject({
      rung: 'partner',
      timesPerWeek: ONCE,
      dose: { kind: 'usual' },
    });
    expect(proposedDose('mediation', evenings, [])).toMatchObject({
      rung: 'mediation',
      timesPerWeek: ONCE,
    });
  });

  it('is the middle one of those that helped, each action counting once', () => {
    const many = Array.from({ length: 9 }, () => dose(90, 7));
    expect(proposedDose('presence', [], [[dose(10, 1)], many, [dose(20, 3)]])).toEqual({
      ...dose(20, 3),
      dose: { kind: 'helped', actions: 3 },
    });
    expect(proposedDose('presence', [], [[dose(10, 2)], [dose(30, 4)]])).toMatchObject({
      minutes: 10,
      timesPerWeek: 2,
    });
  });

  it('is never one that weighs on somebody, and lies within what helped', () => {
    const known = fc.record({
      rung: fc.constantFrom(...MEANS),
      minutes: fc.integer({ min: 1, max: 600 }),
      timesPerWeek: fc.integer({ min: 0, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(known, { maxLength: 3 }), { maxLength: 5 }), (helped) => {
        const { rung, minutes, timesPerWeek, dose: from } = proposedDose('works', [], helped);
        expect(isHeavy(rung)).toBe(false);
        const light = helped.flat().filter((one) => !isHeavy(one.rung));
        expect(from.kind).toBe(light.length > 0 ? 'helped' : 'usual');
        if (light.length === 0) return;
        expect(light.map((one) => one.minutes)).toContain(minutes);
        expect(light.map((one) => one.timesPerWeek)).toContain(timesPerWeek);
      }),
    );
  });
});
