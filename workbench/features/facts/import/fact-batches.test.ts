import fc from 'fast-check';
import { expect, it } from 'vitest';

import { type Fact, MOST_FACTS_OF_BATCH } from '#shared/domain/facts/fact.ts';

import { FactBatches } from './fact-batches.ts';

const fact = fc.record({
  neighbourhoodId: fc.constantFrom('north', 'south', null),
  text: fc.integer({ min: 1, max: 200 }),
});

it('keeps every fact once, in order, with its neighbourhood, in batches that fit the wire', () => {
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 700, size: 'max' }), (given) => {
      const batches = new FactBatches();
      const facts = given.map(({ text }, at): Fact => ({
        externalId: String(at),
        kind: 'theft',
        origin: 'public',
        time: '2026',
        tie: 'no-place',
        placeText: 'é'.repeat(text),
        outcome: 'x'.repeat(200),
      }));
      for (const [at, one] of facts.entries()) batches.add(given[at]?.neighbourhoodId ?? null, one);
      const all = batches.all();
      for (const area of ['north', 'south', null]) {
        const kept = all.filter((batch) => batch.neighbourhoodId === area);
        expect(kept.flatMap((batch) => batch.facts)).toEqual(
          facts.filter((_, at) => (given[at]?.neighbourhoodId ?? null) === area),
        );
      }
      for (const batch of all) {
        expect(batch.facts.length).toBeGreaterThan(0);
        expect(batch.facts.length).toBeLessThanOrEqual(MOST_FACTS_OF_BATCH);
        expect(JSON.stringify(batch.facts).length).toBeLessThan(160_000);
      }
    }),
    { numRuns: 30 },
  );
});
