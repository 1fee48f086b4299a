import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { tasksOfProblem } from './problem-tasks.ts';
import {
  FEWEST_SIGNS,
  MOST_PROPOSALS,
  proposeMeasures,
  type StretchEvidence,
  type TriedBefore,
} from './propose-measures.ts';
import type { HoursOfSigns } from './propose-windows.ts';
import { timeWindowsSchema } from './time-window.ts';
import { isHeavy, MEANS, VERDICTS } from './vocabulary.ts';

const TYPES = ['presence', 'speed-check', 'school-surroundings', 'works', 'mediation', 'own-task'];
const QUIET = Array.from({ length: 168 }, () => 0);
const NO_HOURS = { facts: QUIET, contacts: QUIET };
const hoursWith = (changes: Partial<HoursOfSigns> = {}): HoursOfSigns => ({
  stretch: NO_HOURS,
  street: NO_HOURS,
  neighbourhood: NO_HOURS,
  spoken: QUIET,
  ...changes,
});

const evidence = (changes: Partial<StretchEvidence> = {}): StretchEvidence => ({
  segmentId: 'a',
  problem: 'unadapted-speed',
  contacts: 4,
  facts: 3,
  street: { contacts: 4, facts: 3, unplaced: 0 },
  hours: hoursWith(),
  saidWindows: [],
  tried: [],
  library: new Set(TYPES),
  settled: new Set(),
  ...changes,
});
const lesson = (changes: Partial<TriedBefore> = {}): TriedBefore => ({
  lessonId: 'l1',
  types: ['presence'],
  verdict: 'helped',
  learned: 'Vroeg beginnen',
  conditions: 'Smalle straat',
  doses: {},
  ...changes,
});

const window = fc.record({
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
  from: fc.integer({ min: 0, max: 1_000 }),
  to: fc.integer({ min: 1_001, max: 1_440 }),
});
const dose = fc.record({
  rung: fc.constantFrom(...MEANS),
  minutes: fc.integer({ min: 1, max: 600 }),
  timesPerWeek: fc.integer({ min: 0, max: 50 }),
});
const triedBefore = fc.record({
  lessonId: fc.uuid(),
  types: fc.array(fc.constantFrom(...TYPES), { maxLength: 4 }),
  verdict: fc.constantFrom(...VERDICTS),
  learned: fc.string({ minLength: 1 }),
  conditions: fc.string({ minLength: 1 }),
  doses: fc.dictionary(fc.constantFrom(...TYPES), fc.array(dose, { maxLength: 3 })),
});
const week = fc
  .array(fc.record({ hour: fc.nat(167), count: fc.nat(9) }), { maxLength: 20 })
  .map((some) => {
    const counts = [...QUIET];
    for (const { hour, count } of some) counts[hour] = count;
    return counts;
  });
const signs = fc.record({ facts: week, contacts: week });
const anything = fc.record({
  segmentId: fc.uuid(),
  problem: fc.constantFrom(null, 'unadapted-speed', 'vandalism', 'other', 'constructor'),
  contacts: fc.nat(12),
  facts: fc.nat(12),
  street: fc.record({ contacts: fc.nat(24), facts: fc.nat(24), unplaced: fc.nat(3) }),
  hours: fc.record({ stretch: signs, street: signs, neighbourhood: signs, spoken: week }),
  saidWindows: fc.array(window, { maxLength: 3 }),
  tried: fc.uniqueArray(triedBefore, { maxLength: 6, selector: ({ lessonId }) => lessonId }),
  library: fc.uniqueArray(fc.constantFrom(...TYPES)).map((types) => new Set(types)),
  settled: fc.uniqueArray(fc.constantFrom(...TYPES)).map((types) => new Set(types)),
});

describe('proposals of measures, whatever is known', () => {
  it('never come of nothing, below the threshold, or without a problem', () => {
    fc.assert(
      fc.property(anything, (known) => {
        const { proposals, standing } = proposeMeasures(known);
        const own = known.contacts + known.facts;
        const { contacts, facts, unplaced } = known.street;
        const isEnough =
          own >= FEWEST_SIGNS || (own + unplaced > 0 && contacts + facts >= FEWEST_SIGNS);
        if (!isEnough || known.problem === null) expect(proposals).toEqual([]);
        expect(standing === 'proposed').toBe(proposals.length > 0);
      }),
    );
  });

  it('always say why, by something that is in the evidence', () => {
    fc.assert(
      fc.property(anything, (known) => {
        for (const { type, why, when, windows } of proposeMeasures(known).proposals) {
          if (why.kind === 'helped') {
            const named = known.tried.find(({ lessonId }) => lessonId === why.lessonId);
            expect(named?.verdict).toBe('helped');
            expect(named?.types).toContain(type);
            expect(why.helped).toBeGreaterThan(0);
            expect(why.ended).toBeGreaterThanOrEqual(why.helped);
          } else {
            expect(tasksOfProblem(known.problem ?? '').types).toContain(type);
            expect(why.contacts + why.facts).toBeGreaterThanOrEqual(FEWEST_SIGNS);
          }
          expect(windows.length > 0).toBe(['stands-out', 'as-said'].includes(when.kind));
          expect(timeWindowsSchema.safeParse(windows).success).toBe(true);
        }
      }),
    );
  });

  it('are the same for the same evidence, in whatever order it comes, and change none of it', () => {
    fc.assert(
      fc.property(anything, (known) => {
        const before = structuredClone(known);
        const first = proposeMeasures(known);
        expect(known).toEqual(before);
        expect(proposeMeasures({ ...known, tried: [...known.tried].reverse() })).toEqual(first);
      }),
    );
  });

  it('are few, of the library, open, and none of them weighs on somebody', () => {
    fc.assert(
      fc.property(anything, (known) => {
        const { proposals, leftOut } = proposeMeasures(known);
        expect(proposals.length).toBeLessThanOrEqual(MOST_PROPOSALS);
        expect(new Set(proposals.map(({ type }) => type)).size).toBe(proposals.length);
        for (const { type, rung, minutes, timesPerWeek } of proposals) {
          expect(known.library.has(type) && !known.settled.has(type)).toBe(true);
          expect(isHeavy(rung)).toBe(false);
          expect(minutes).toBeGreaterThan(0);
          expect(timesPerWeek).toBeGreaterThanOrEqual(0);
          expect(leftOut.some((one) => one.type === type)).toBe(false);
        }
      }),
    );
  });
});

describe('proposals of measures', () => {
  it('put what helped before first, with its dose, and leave out what never did', () => {
    const tried = [
      lesson({ doses: { presence: [{ rung: 'talk', minutes: 20, timesPerWeek: 3 }] } }),
      lesson({ lessonId: 'l2', verdict: 'worse', types: ['presence', 'speed-check'] }),
      lesson({ lessonId: 'l3', verdict: 'not-really-tried', types: ['works'] }),
    ];
    const { proposals, leftOut } = proposeMeasures(evidence({ tried }));
    expect(proposals).toMatchObject([
      {
        type: 'presence',
        rung: 'talk',
        minutes: 20,
        timesPerWeek: 3,
        dose: { kind: 'helped', actions: 1 },
        why: { kind: 'helped', helped: 1, ended: 2, conditions: 'Smalle straat' },
      },
      { type: 'school-surroundings', why: { kind: 'fits', place: 'stretch', contacts: 4 } },
      { type: 'works', rung: 'partner', timesPerWeek: 0, windows: [], when: { kind: 'once' } },
    ]);
    expect(leftOut).toEqual([{ type: 'speed-check', ended: 1 }]);
  });

  it('rest on the street where the stretch alone says too little, if anything may be there', () => {
    const street = { contacts: 0, facts: 19, unplaced: 0 };
    const few = proposeMeasures(evidence({ contacts: 0, facts: 2, street }));
    expect(few.basis).toEqual({ place: 'street', contacts: 0, facts: 19 });
    expect(few.proposals[0]?.why).toEqual({ kind: 'fits', ...few.basis });
    const quiet = evidence({ contacts: 0, facts: 0, street });
    expect(proposeMeasures(quiet).standing).toBe('too-little');
    const somewhere = { ...quiet, street: { ...street, unplaced: 1 } };
    expect(proposeMeasures(somewhere).standing).toBe('proposed');
    const calm = { contacts: 1, facts: 3, unplaced: 4 };
    expect(proposeMeasures({ ...quiet, street: calm }).standing).toBe('too-little');
  });

  it('come as often as the days of their hours', () => {
    const facts = QUIET.map((_, hour) => (hour < 120 && [8, 9].includes(hour % 24) ? 3 : 0));
    const hours = hoursWith({ stretch: { facts, contacts: QUIET } });
    expect(proposeMeasures(evidence({ hours })).proposals[0]).toMatchObject({
      when: { kind: 'stands-out', place: 'stretch' },
      windows: [{ days: [1, 2, 3, 4, 5], from: 480, to: 600 }],
      timesPerWeek: 5,
    });
    const said = [{ days: [6], from: 600, to: 660 }];
    const [quiet] = proposeMeasures(evidence({ saidWindows: said })).proposals;
    expect(quiet).toMatchObject({ windows: said, timesPerWeek: 1 });
    expect(proposeMeasures(evidence()).proposals[0]).toMatchObject({ windows: [] });
  });

  it('say so where nothing fits', () => {
    expect(proposeMeasures(evidence({ problem: 'other' })).standing).toBe('nothing-fits');
    expect(proposeMeasures(evidence({ problem: null })).standing).toBe('no-problem');
    expect(proposeMeasures(evidence({ contacts: 0, facts: 0 })).standing).toBe('too-little');
  });
});
