import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { adjustedPValues, FALSE_DISCOVERY_SHARE, greatestFinding } from './false-discovery.ts';

describe('probabilities adjusted for how many were tested', () => {
  it('are those of the method', () => {
    // R 4.2: p.adjust(p, 'BH')
    const p = [0.01, 0.02, 0.03, 0.04, 0.05];
    expect(adjustedPValues(p)).toEqual(p.map(() => expect.closeTo(0.05, 12)));
    expect(adjustedPValues([0.9, null, 0.001, 0.04])).toEqual([
      expect.closeTo(0.9, 12),
      null,
      expect.closeTo(0.003, 12),
      expect.closeTo(0.06, 12),
    ]);
  });

  it('are never smaller, keep their order, and stay probabilities', () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(probability), (pValues) => {
        const adjusted = adjustedPValues(pValues);
        for (const [place, p] of pValues.entries()) {
          const own = adjusted[place] ?? NaN;
          expect(own).toBeGreaterThanOrEqual(p * (1 - 1e-12));
          expect(own).toBeLessThanOrEqual(1);
          for (const [other, larger] of pValues.entries()) {
            if (p <= larger)
              expect(own).toBeLessThanOrEqual((adjusted[other] ?? NaN) * (1 + 1e-12));
          }
        }
      }),
    );
    expect(() => adjustedPValues([1.2])).toThrow(RangeError);
  });
});

it('the greatest finding parts the findings from the rest as the adjusted probabilities do', () => {
  const p = fc.oneof(
    fc.constant(null),
    fc.double({ min: 0, max: 1, noNaN: true }),
    // Many equal and many small ones, where ties and ranks meet.
    fc.integer({ min: 0, max: 20 }).map((one) => one / 400),
  );
  const share = fc.constantFrom(FALSE_DISCOVERY_SHARE, 0.01, 0.2);
  fc.assert(
    fc.property(fc.array(p, { maxLength: 60 }), share, (pValues, most) => {
      const greatest = greatestFinding(pValues, most);
      const adjusted = adjustedPValues(pValues);
      pValues.forEach((one, place) => {
        expect((one ?? 2) <= greatest).toBe((adjusted[place] ?? 2) <= most);
      });
    }),
  );
});
