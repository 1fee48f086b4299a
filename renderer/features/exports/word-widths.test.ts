import { expect, it } from 'vitest';

import { wordWidths } from './word-widths.ts';

it('keeps the longest word of each column whole', () => {
  const rows = [
    ['24/11/2026 16:51', 'Hoedenmakersgang 34', 'Taak', ''],
    ['23/11/2026 08:05', 'Sint-Annalaan 20', 'Doorverwijzing', ''],
  ];
  expect(wordWidths(rows)).toEqual([10, 16, 14, 0]);
});

it('lets break what no sheet could hold', () => {
  expect(wordWidths([['x'.repeat(400), 'kort']])).toEqual([0, 4]);
  expect(wordWidths([Array.from({ length: 18 }, () => 'buurtwerker')])).toEqual([]);
});

it('asks for nothing without rows', () => {
  expect(wordWidths([])).toEqual([]);
});
