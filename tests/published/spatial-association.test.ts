import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { gScores, gStarScores } from '#shared/domain/statistics/getis-ord.ts';
import { globalMoran, localMoran } from '#shared/domain/statistics/moran.ts';
import type { NeighbourGraph } from '#shared/domain/statistics/neighbour-graph.ts';

import { isMissing, sharedData } from '../factories/shared-data.ts';

const PATH = 'oracles/spatial/columbus_crime_gi_moran.json';
const PUBLISHED = sharedData(PATH);

describe.skipIf(isMissing(PATH))('the crimes of Columbus (Anselin 1988), by R spdep', () => {
  interface Oracle {
    readonly x: readonly number[];
    readonly neighbours0: NeighbourGraph;
    readonly expected: {
      readonly moran_W: Record<'I' | 'EI' | 'VI' | 'z' | 'p_greater', number>;
      readonly local_moran_W: Record<'Ii' | 'EIi' | 'VarIi' | 'Z', readonly number[]>;
      readonly getis_ord_G_binary: readonly number[];
      readonly getis_ord_Gstar_binary: readonly number[];
    };
  }
  const read = (): Oracle => JSON.parse(readFileSync(PUBLISHED, 'utf8')) as Oracle;
  const near = (expected: readonly number[]) => expected.map((value) => expect.closeTo(value, 9));

  it('have the Gi and Gi* that are published', () => {
    const { x, neighbours0, expected } = read();
    expect(gScores(x, neighbours0)).toEqual(near(expected.getis_ord_G_binary));
    expect(gStarScores(x, neighbours0)).toEqual(near(expected.getis_ord_Gstar_binary));
  });

  it('have the global and local Moran’s I that are published', () => {
    const { x, neighbours0, expected } = read();
    const all = globalMoran(x, neighbours0);
    expect([all?.i, all?.expected, all?.variance, all?.z]).toEqual(
      near([expected.moran_W.I, expected.moran_W.EI, expected.moran_W.VI, expected.moran_W.z]),
    );
    expect((all?.p ?? 0) / expected.moran_W.p_greater).toBeCloseTo(1, 9);
    const each = localMoran(x, neighbours0);
    const { Ii, EIi, VarIi, Z } = expected.local_moran_W;
    expect(each.map((one) => one?.i)).toEqual(near(Ii));
    expect(each.map((one) => one?.expected)).toEqual(near(EIi));
    expect(each.map((one) => one?.variance)).toEqual(near(VarIi));
    expect(each.map((one) => one?.z)).toEqual(near(Z));
  });
});
