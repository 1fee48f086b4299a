import { expect, it } from 'vitest';

import type { GapLine, GapMap } from '#shared/contract/gaps.ts';

import { gapShapes } from './gap-marks.ts';

const line = (id: string, streetId: string): GapLine => ({
  id,
  streetId,
  roadClass: 'local',
  line: [
    [4.4, 51],
    [4.41, 51.01],
  ],
});
const place = (id: string, isHot = false): GapMap['drawn'][number] => ({
  id,
  class: isHot ? 'too-few' : 'felt-only',
  isSure: true,
  isHot,
});
const LINES = [line('a', 's'), line('b', 's'), line('c', 't')];

it('draws a street by all its pieces, and a piece by itself', () => {
  const [street] = gapShapes('street', [place('s')], LINES, []);
  expect(street).toMatchObject({ id: 's', mark: 'dotted', isArea: false });
  expect(street?.lines).toHaveLength(2);
  expect(gapShapes('segment', [place('b')], LINES, [])[0]?.lines).toHaveLength(1);
});

it('draws a hot place that was asked too little by its edge alone', () => {
  expect(gapShapes('street', [place('t', true)], LINES, [])).toMatchObject([
    { mark: null, isEdged: true },
  ]);
});

it('draws a neighbourhood as an area, and nothing without a shape', () => {
  const ring = [
    [4.4, 51],
    [4.5, 51],
    [4.5, 51.1],
    [4.4, 51],
  ] as [number, number][];
  const area = { id: 'n', kind: 'neighbourhood', officialId: '', nameNl: '', nameFr: '' } as const;
  const shapes = gapShapes('neighbourhood', [place('n'), place('gone')], LINES, [
    { ...area, geometry: [[ring]] },
  ]);
  expect(shapes).toMatchObject([{ id: 'n', isArea: true }]);
});
