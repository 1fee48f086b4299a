import fc from 'fast-check';
import { expect, it } from 'vitest';

import { type MergeLink, standingMerges } from './standing-merges.ts';

const links = fc
  .uniqueArray(fc.record({ number: fc.nat(500), party: fc.nat(6), into: fc.nat(6) }), {
    selector: ({ number }) => number,
    maxLength: 20,
  })
  .map((found) =>
    found
      .filter(({ party, into }) => party !== into)
      .map(({ number, party, into }): MergeLink => ({
        id: String(number).padStart(3, '0'),
        partyId: `p${party}`,
        intoId: `p${into}`,
      })),
  );

function goesRound(standing: readonly MergeLink[]): boolean {
  const into = new Map(standing.map(({ partyId, intoId }) => [partyId, intoId]));
  return [...into.keys()].some((start) => {
    let at: string | undefined = into.get(start);
    for (let steps = 0; at !== undefined && steps <= into.size; steps += 1) {
      if (at === start) return true;
      at = into.get(at);
    }
    return at !== undefined;
  });
}

it('gives each party one place to stand, without circles, in whatever order links arrive', () => {
  fc.assert(
    fc.property(links, fc.infiniteStream(fc.nat()), (given, mix) => {
      const standing = standingMerges(given);
      const kept = given.filter(({ id }) => standing.has(id));
      expect(new Set(kept.map(({ partyId }) => partyId)).size).toBe(kept.length);
      expect(goesRound(kept)).toBe(false);
      const mixed = given
        .map((link) => [mix.next().value ?? 0, link] as const)
        .sort(([one], [other]) => one - other)
        .map(([, link]) => link);
      expect([...standingMerges(mixed)].sort()).toEqual([...standing].sort());
    }),
  );
});

it('leaves none out that nothing stands in the way of', () => {
  fc.assert(
    fc.property(links, (given) => {
      const standing = standingMerges(given);
      const kept = given.filter(({ id }) => standing.has(id));
      for (const link of given.filter(({ id }) => !standing.has(id))) {
        const hinders =
          kept.some(({ partyId }) => partyId === link.partyId) || goesRound([...kept, link]);
        expect(hinders).toBe(true);
      }
    }),
  );
});

it('lets the one that waits hold once the first is taken back', () => {
  const first = { id: '1', partyId: 'a', intoId: 'b' };
  const second = { id: '2', partyId: 'b', intoId: 'a' };
  expect([...standingMerges([second, first])]).toEqual(['1']);
  expect([...standingMerges([second])]).toEqual(['2']);
});
