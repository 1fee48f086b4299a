import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isInBelgium, toDegrees } from './coordinate-systems.ts';

describe('toDegrees', () => {
  it('leaves degrees as they are and knows what is no place on earth', () => {
    const convert = toDegrees('EPSG:4326');
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -90, max: 90, noNaN: true }),
        (longitude, latitude) => {
          expect(convert(longitude, latitude)).toEqual([longitude, latitude]);
        },
      ),
    );
    expect(convert(181, 0)).toBeUndefined();
    expect(convert(0, Number.NaN)).toBeUndefined();
    expect(toDegrees('EPSG:31370')(Infinity, 0)).toBeUndefined();
  });

  it('puts every Lambert 72 coordinate of the country into the country', () => {
    const convert = toDegrees('EPSG:31370');
    fc.assert(
      fc.property(
        fc.integer({ min: 60_000, max: 260_000 }),
        fc.integer({ min: 60_000, max: 220_000 }),
        (x, y) => {
          const position = convert(x, y);
          return position !== undefined && isInBelgium(position);
        },
      ),
    );
  });

  it('sees that longitude and latitude were exchanged', () => {
    expect(isInBelgium([51.02, 4.48])).toBe(false);
  });
});
