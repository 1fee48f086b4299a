import fc from 'fast-check';
import { expect, it } from 'vitest';

import { pullMessageSchema } from './pull.ts';
import { readPullLine } from './pull-line.ts';

const ID = '01970000-0000-7000-8000-000000000001';
const oftenRight = (...right: readonly unknown[]) =>
  fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...right) }, fc.jsonValue());
const row = fc.record(
  {
    type: fc.constant('row'),
    scope: oftenRight('reference', `neighbourhood:${ID}`, 'unplaced/restricted', 'Wrong'),
    entity: oftenRight('contact', 'from-a-newer-desk', 'Not one'),
    id: oftenRight(ID, ID.toUpperCase(), 'x'),
    version: oftenRight(0, 1, 1_000_000_000, 1_000_000_001, 1.5, -1),
    seq: oftenRight(0, 7, Number.MAX_SAFE_INTEGER, -0),
    fields: fc.oneof(
      {
        weight: 8,
        arbitrary: fc.dictionary(fc.constantFrom('summary', 'a1', 'Bad'), fc.jsonValue()),
      },
      fc.jsonValue(),
    ),
    superfluous: fc.jsonValue(),
  },
  { requiredKeys: ['type'] },
);

it('accepts of rows exactly what the schema of the wire accepts, and reads the same', () => {
  fc.assert(
    fc.property(row, (message) => {
      const line = JSON.stringify(message);
      const parsed = pullMessageSchema.safeParse(JSON.parse(line));
      expect(readPullLine(line)).toEqual(parsed.success ? parsed.data : undefined);
    }),
    { numRuns: 2_000 },
  );
});

it('reads every other line by the schema, and nothing of what is no message', () => {
  const complete = { type: 'complete', targetSeq: 3, more: false, sums: {} };
  expect(readPullLine(JSON.stringify(complete))).toEqual(complete);
  for (const line of ['', '{', 'null', '[]', '{"type":"other"}', '{"type":"complete"}']) {
    expect(readPullLine(line)).toBeUndefined();
  }
});

it('refuses a field whose name has a meaning of its own, which the schema would leave out', () => {
  const fields = '{"__proto__":{"a":1}}';
  const line = `{"type":"row","scope":"reference","entity":"contact","id":"${ID}","version":1,"seq":1,"fields":${fields}}`;
  expect(readPullLine(line)).toBeUndefined();
});
