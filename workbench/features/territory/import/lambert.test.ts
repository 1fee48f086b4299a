import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { distanceMetres } from '#shared/domain/territory/geometry.ts';
import { guessProjection, toDegrees } from '#shared/domain/territory/import/coordinate-systems.ts';

import { isMissing, sharedData } from '../../../../tests/factories/shared-data.ts';

const PATH = 'oracles/spatial/lambert72_wgs84_mechelen_200.csv';
const oracle = sharedData(PATH);

describe.skipIf(isMissing(PATH))('Lambert coordinates against 200 known pairs', () => {
  const pairs = () =>
    readFileSync(oracle, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => {
        const [x72 = NaN, y72 = NaN, longitude = NaN, latitude = NaN, x08 = NaN, y08 = NaN] = line
          .split(',')
          .map(Number);
        return { x72, y72, x08, y08, position: [longitude, latitude] as const };
      });

  it.each([
    ['EPSG:31370', 'x72', 'y72'],
    ['EPSG:3812', 'x08', 'y08'],
  ] as const)('%s is right to a metre', (code, x, y) => {
    const convert = toDegrees(code);
    expect(pairs()).toHaveLength(200);
    for (const pair of pairs()) {
      const found = convert(pair[x], pair[y]);
      expect(found && distanceMetres(found, pair.position)).toBeLessThan(1);
      expect(guessProjection(pair[x], pair[y])).toBe(code);
    }
  });
});
