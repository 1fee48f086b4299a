import fc from 'fast-check';
import { expect, it } from 'vitest';

import { STARTER_CODES } from '../codes/starter-codes.ts';
import {
  factKindsSchema,
  keptKinds,
  kindsOfDossier,
  MOST_FACT_KINDS,
  usualKinds,
} from './dossier-kinds.ts';
import { tasksOfProblem } from './problem-tasks.ts';

const codesOf = (wanted: string): readonly string[] =>
  STARTER_CODES.filter(({ list }) => list === wanted).map(({ code }) => code);
const kind = fc.constantFrom(...codesOf('fact-kind'), 'kind-of-a-zone');
const kinds = fc.uniqueArray(kind);
const problem = fc.option(
  fc.constantFrom(...codesOf('problem'), 'problem-of-a-zone', 'constructor', '__proto__'),
);

it('counts the chosen kinds in the place of the usual ones, whatever the problem is', () => {
  fc.assert(
    fc.property(problem, kinds, (of, chosen) => {
      const counted = kindsOfDossier({ problem: of, factKinds: chosen });
      expect(counted).toEqual(chosen.length > 0 ? chosen : usualKinds(of));
    }),
  );
});

it('counts the usual kinds where none were chosen, and none without a problem', () => {
  fc.assert(
    fc.property(problem, (of) => {
      const counted = kindsOfDossier({ problem: of, factKinds: null });
      expect(counted).toEqual(of === null ? [] : tasksOfProblem(of).factKinds);
    }),
  );
  expect(kindsOfDossier({ problem: 'home-burglary', factKinds: null })).toEqual(['burglary']);
});

it('keeps of a choice what counts as was chosen, and nothing where that is as usual', () => {
  fc.assert(
    fc.property(problem, fc.array(kind), (of, chosen) => {
      const factKinds = keptKinds(of, chosen);
      expect(factKindsSchema.safeParse(factKinds).success).toBe(true);
      const counted = kindsOfDossier({ problem: of, factKinds });
      const wanted = chosen.length > 0 ? chosen : usualKinds(of);
      expect(new Set(counted)).toEqual(new Set(wanted));
      expect(factKinds === null).toBe(
        chosen.length === 0 ||
          [...new Set(chosen)].sort().join() === [...usualKinds(of)].sort().join(),
      );
    }),
  );
});

it('takes neither an empty list, nor a kind twice, nor more than it may hold', () => {
  const many = Array.from({ length: MOST_FACT_KINDS + 1 }, (_, at) => `kind-${at}`);
  expect(factKindsSchema.safeParse(many.slice(1)).success).toBe(true);
  for (const wrong of [[], ['theft', 'theft'], many, ['no code'], 'theft', undefined]) {
    expect(factKindsSchema.safeParse(wrong).success).toBe(false);
  }
});
