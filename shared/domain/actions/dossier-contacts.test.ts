import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Position } from '../territory/geometry.ts';
import { byNearness, linkRefusal } from './dossier-contacts.ts';

const ids = fc.subarray(['a', 'b', 'c', 'd']);

describe('linking a contact', () => {
  it('holds to the neighbourhood, and to the street only where no neighbourhood is known', () => {
    fc.assert(
      fc.property(
        ids,
        ids,
        fc.constantFrom('a', 'b', null),
        fc.constantFrom('c', 'd'),
        fc.boolean(),
        (neighbourhoods, streets, neighbourhoodId, streetId, withdrawn) => {
          const refusal = linkRefusal(
            { neighbourhoodId, streetId, withdrawn },
            { neighbourhoods: new Set(neighbourhoods), streets: new Set(streets) },
          );
          const fits =
            neighbourhoodId === null
              ? streets.includes(streetId)
              : neighbourhoods.includes(neighbourhoodId);
          const expected = withdrawn ? 'withdrawn' : fits ? undefined : 'another-neighbourhood';
          expect(refusal).toBe(expected);
        },
      ),
    );
  });
});

describe('the nearest dossier', () => {
  const position = fc
    .tuple(
      fc.double({ min: 4.4, max: 4.42, noNaN: true }),
      fc.double({ min: 51, max: 51.01, noNaN: true }),
    )
    .map(([longitude, latitude]): Position => [longitude, latitude]);
  const dossier = fc.record({
    id: fc.uuid(),
    lines: fc.array(fc.array(position, { minLength: 2, maxLength: 3 }), { maxLength: 3 }),
    isOnStreet: fc.boolean(),
  });

  it('comes first, none is lost, and those without a place come last, same street before others', () => {
    fc.assert(
      fc.property(fc.array(dossier), fc.option(position), (dossiers, here) => {
        const sorted = byNearness(dossiers, here);
        expect(sorted.map((one) => one.dossier.id).sort()).toEqual(
          dossiers.map(({ id }) => id).sort(),
        );
        for (const [index, one] of sorted.entries()) {
          const next = sorted[index + 1];
          if (!next) continue;
          expect(one.metres ?? Infinity).toBeLessThanOrEqual(next.metres ?? Infinity);
          if (one.metres === next.metres) {
            expect(Number(one.dossier.isOnStreet)).toBeGreaterThanOrEqual(
              Number(next.dossier.isOnStreet),
            );
          }
        }
      }),
    );
  });

  it('is at no distance where the place or its stretches are not known', () => {
    const known = {
      id: 'x',
      lines: [
        [
          [4.4, 51],
          [4.41, 51],
        ],
      ] as const,
      isOnStreet: false,
    };
    expect(byNearness([known], null)[0]?.metres).toBeNull();
    expect(byNearness([{ ...known, lines: [] }], [4.4, 51])[0]?.metres).toBeNull();
    expect(byNearness([known], [4.4, 51])[0]?.metres).toBeCloseTo(0);
  });
});
