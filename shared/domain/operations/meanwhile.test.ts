import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { changedMeanwhile, ownChanges } from './meanwhile.ts';

const text = fc.constantFrom('', 'a', 'b');
const row = fc.record({ name: text, reach: text, role: fc.option(text) });

describe('what was changed meanwhile', () => {
  it('writes over no word of a colleague, and asks for nothing else', () => {
    fc.assert(
      fc.property(row, row, row, (seen, now, given) => {
        const own = ownChanges(seen, given);
        const becomes: Record<string, unknown> = { ...now, ...own };
        const lost = Object.keys(now).filter((field) => {
          const [was, is] = [seen, now].map((one) => (one as Record<string, unknown>)[field]);
          return was !== is && becomes[field] !== is;
        });
        expect(changedMeanwhile(seen, now, own)).toBe(
          Object.keys(own).find((field) => lost.includes(field)),
        );
      }),
    );
  });

  it('is nothing where nobody else wrote', () => {
    fc.assert(
      fc.property(row, row, (seen, given) => {
        expect(changedMeanwhile(seen, seen, ownChanges(seen, given))).toBeUndefined();
      }),
    );
  });

  it('compares what is within a field, in whatever order it was written', () => {
    const seen = { sign: { what: 'a', baseline: 4 } };
    const now = { sign: { baseline: 4, what: 'a' } };
    expect(changedMeanwhile(seen, now, { sign: null })).toBeUndefined();
    expect(changedMeanwhile(seen, { sign: { what: 'b', baseline: 4 } }, { sign: null })).toBe(
      'sign',
    );
    expect(changedMeanwhile({}, now, { sign: null })).toBeUndefined();
  });
});
