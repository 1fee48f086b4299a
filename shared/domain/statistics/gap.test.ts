import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { FEWEST_ANSWERS_OF_GAP, type GapInput, gapOf, gapReference } from './gap.ts';

const facts = (count: number, weight = 1): GapInput['facts'] => ({
  count,
  sum: count * weight,
  squares: count * weight ** 2,
});
const place = (changes: Partial<GapInput> = {}): GapInput => ({
  answers: 40,
  insecure: 10,
  facts: facts(10),
  exposure: 1,
  ...changes,
});

const reference = { insecureShare: 0.25, factRate: 10 };

const inputs: fc.Arbitrary<GapInput> = fc
  .record({
    answers: fc.nat({ max: 60 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    facts: fc
      .tuple(fc.nat({ max: 40 }), fc.integer({ min: 0, max: 9 }))
      .map(([count, weight]) => facts(count, weight)),
    exposure: fc.double({ min: 0.05, max: 20, noNaN: true }),
  })
  .map(({ share, ...rest }) => ({ ...rest, insecure: Math.floor(share * rest.answers) }));

describe('feeling against fact', () => {
  it('parts places into four', () => {
    const classOf = (changes: Partial<GapInput>) => gapOf(place(changes), reference).class;
    expect(classOf({ insecure: 20, facts: facts(30) })).toBe('felt-and-recorded');
    expect(classOf({ insecure: 20, facts: facts(2) })).toBe('felt-only');
    expect(classOf({ insecure: 3, facts: facts(30) })).toBe('recorded-only');
    expect(classOf({ insecure: 3, facts: facts(2) })).toBe('calm');
  });

  it('N3: two answers never make a colour, nor do four, whatever they and the facts say', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const gap = gapOf(input, reference);
        expect(gap.class === 'too-few').toBe(input.answers < FEWEST_ANSWERS_OF_GAP);
      }),
    );
    expect(gapOf(place({ answers: 2, insecure: 2, facts: facts(90) }), reference).class).toBe(
      'too-few',
    );
  });

  it('says whether chance alone could have put a place where it is', () => {
    const few = gapOf(place({ answers: 6, insecure: 2, facts: facts(12) }), reference);
    expect(few.felt).toMatchObject({ isHigh: true, isSure: false });
    expect(few.recorded).toMatchObject({ isHigh: true, isSure: false });
    const many = gapOf(place({ answers: 600, insecure: 300, facts: facts(120) }), reference);
    expect(many.felt).toMatchObject({ isHigh: true, isSure: true });
    expect(many.recorded).toMatchObject({ isHigh: true, isSure: true });
  });

  it('lets two facts on a short street make nothing', () => {
    const short = gapOf(place({ exposure: 0.02, facts: facts(2) }), reference);
    expect(short.recorded.value).toBe(100);
    expect(short.recorded.isHigh).toBe(false);
  });

  it('has its values in their intervals, sure only beyond the whole', () => {
    fc.assert(
      fc.property(fc.array(inputs, { minLength: 1 }), (places) => {
        const whole = gapReference(places);
        for (const input of places) {
          const { felt, recorded } = gapOf(input, whole);
          for (const [axis, all] of [
            [felt, whole.insecureShare],
            [recorded, whole.factRate],
          ] as const) {
            if (!axis || all === null) continue;
            expect(axis.interval.low).toBeLessThanOrEqual(axis.value + 1e-9);
            expect(axis.interval.high).toBeGreaterThanOrEqual(axis.value - 1e-9);
            const holdsAll = axis.interval.low <= all && all <= axis.interval.high;
            if (axis.isSure) expect(holdsAll).toBe(false);
          }
        }
      }),
    );
  });

  it('compares with all places together', () => {
    const whole = gapReference([
      place({ answers: 10, insecure: 1, facts: facts(4), exposure: 2 }),
      place({ answers: 30, insecure: 9, facts: facts(3, 2), exposure: 3 }),
    ]);
    expect(whole).toEqual({ insecureShare: 0.25, factRate: 2 });
    expect(gapReference([])).toEqual({ insecureShare: null, factRate: 0 });
    expect(() => gapOf(place({ exposure: 0 }), whole)).toThrow(RangeError);
  });
});
