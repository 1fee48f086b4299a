import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  packRows,
  packText,
  townRows,
  unpack,
} from '../../../../tests/factories/territory-package.ts';
import { OPEN_END } from '../../../lib/dates.ts';
import { packageHead, packageLine, type PackageRow } from './package-row.ts';
import { type PackageProblem } from './read-package.ts';
import { validityBeside } from './settle-row.ts';

const ids = fc.integer({ min: 1, max: 100_000 });
const days = fc
  .integer({ min: 0, max: 20_000 })
  .map((count) => new Date(count * 86_400_000).toISOString().slice(0, 10));

describe('a package', () => {
  it('is read as it was written, and the same rows in any order are the same bytes', async () => {
    const towns = fc.tuple(ids, fc.integer({ min: 1, max: 20 }), fc.infiniteStream(fc.nat()));
    await fc.assert(
      fc.asyncProperty(towns, async ([seed, streets, shuffle]) => {
        const rows = townRows(seed, streets);
        const shuffled = rows
          .map((row) => [shuffle.next().value as number, row] as const)
          .sort(([one], [other]) => one - other)
          .map(([, row]) => row);
        const packed = packRows(shuffled, ['Stad Voorbeeld']);
        expect(packed.hash).toBe(packRows(rows, ['Stad Voorbeeld']).hash);
        const read = await unpack(packed.bytes);
        expect(read.rows).toEqual(packed.rows);
        expect(read.reader.credits).toEqual(['Stad Voorbeeld']);
        expect(read.facts.counts).toEqual({
          ...{ neighbourhoods: 1, streets, segments: streets, addresses: streets },
        });
      }),
      { numRuns: 30 },
    );
  });

  it('tells its first and its last day, whichever rows have them', async () => {
    const rows = townRows(1).map((row, index): PackageRow => {
      if (row.kind !== 'street') return row;
      const ended = index % 2 === 0;
      const days = ended
        ? { valid_from: '2021-03-04', valid_to: '2025-05-06' }
        : { valid_from: '2024-06-07', valid_to: OPEN_END };
      return { ...row, columns: { ...row.columns, ...days } };
    });
    const { facts } = await unpack(packRows(rows).bytes);
    expect(facts).toMatchObject({ beginsOn: '2021-03-04', validFrom: '2025-05-06' });
    expect(facts.counts.streets).toBeLessThan(3);
  });

  const street = townRows(3, 1).find(({ kind }) => kind === 'street');
  if (street?.kind !== 'street') throw new Error('no street');
  const line = packageLine(street);
  const head = packageHead([]);
  it.each<[string, string, PackageProblem]>([
    ['of another version', '["wijkwerk-territory-2",{"credits":[]}]\n', 'other-format'],
    ['with something else in front', line, 'other-format'],
    ['with a line that is no JSON', `${head}{\n`, 'not-a-row'],
    ['with a line that is cut off', head + line.slice(0, -1), 'not-a-row'],
    ['with an empty line', `${head}\n${line}`, 'not-a-row'],
    ['with a kind that nobody knows', `${head}["river",{}]\n`, 'not-a-row'],
    ['with a column too many', head + line.replace('{', '{"extra":1,'), 'not-a-row'],
    ['with the same row twice', head + line + line, 'wrong-order'],
    ['with areas after streets', head + line + packageLine(firstArea()), 'wrong-order'],
    ['with a row of no day', head + line.replace(OPEN_END, '2024-01-01'), 'wrong-days'],
    ['without a street', head, 'no-streets'],
  ])('%s is refused', async (_text, text, problem) => {
    await expect(unpack(packText(text).bytes)).rejects.toMatchObject({ problem });
  });

  it('never takes what is spoiled in one character for whole, or reads it as rows of the same form', async () => {
    const text =
      head +
      townRows(4, 1)
        .filter(({ kind }) => kind === 'street')
        .map(packageLine)
        .join('');
    const spoiled = fc.tuple(
      fc.nat(text.length - 1),
      fc.constantFrom('"', '}', ',', '\n', 'x', ''),
    );
    await fc.assert(
      fc.asyncProperty(spoiled, async ([at, character]) => {
        const changed = text.slice(0, at) + character + text.slice(at + 1);
        const read = await unpack(packText(changed).bytes).catch((cause: unknown) => {
          expect(cause).toHaveProperty('problem');
        });
        if (read) expect(head + read.rows.map(packageLine).join('')).toHaveLength(changed.length);
      }),
      { numRuns: 200 },
    );
  });
});

function firstArea(): PackageRow {
  const area = townRows(3, 1).find(({ kind }) => kind === 'area');
  if (area === undefined) throw new Error('no area');
  return area;
}

describe('a row that is not in the zone’s territory', () => {
  it('is valid on no day of which that territory tells, and before it as it was', () => {
    fc.assert(
      fc.property(days, days, days, fc.boolean(), (one, other, beginsOn, open) => {
        fc.pre(one !== other);
        const [valid_from, end] = one < other ? [one, other] : [other, one];
        const valid_to = open ? OPEN_END : (end ?? OPEN_END);
        const row = { valid_from: valid_from ?? '', valid_to };
        const settled = validityBeside(row, beginsOn);
        expect(settled.valid_from < settled.valid_to).toBe(true);
        expect(settled.valid_to <= beginsOn || settled.valid_to === '0001-01-02').toBe(true);
        if (row.valid_from < beginsOn) expect(settled.valid_from).toBe(row.valid_from);
        expect(validityBeside(settled, beginsOn)).toEqual(settled);
      }),
    );
  });
});
