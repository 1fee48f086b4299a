import { expect, it } from 'vitest';

import { toCsv } from './refused-csv.ts';

it('writes a table that a spreadsheet reads as it is', () => {
  expect(
    toCsv([
      ['Row', 'Content'],
      [3, 'a;b "c"'],
      [4, 'two\nlines'],
    ]),
  ).toBe('﻿Row;Content\r\n3;"a;b ""c"""\r\n4;"two\nlines"\r\n');
});

it.each(['=1+1', '+32', '-2', '@SUM(A1)', '\tx'])('never lets %j run as a formula', (cell) => {
  expect(toCsv([[cell]])).toContain(`'${cell}`);
});
