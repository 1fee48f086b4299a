import fc from 'fast-check';
import { expect, it } from 'vitest';

import { STARTER_CODES } from '../codes/starter-codes.ts';
import { relatedProblems, tasksOfProblem, usualRung } from './problem-tasks.ts';
import { isHeavy, MEANS } from './vocabulary.ts';

const codesOf = (wanted: string): readonly string[] =>
  STARTER_CODES.filter(({ list }) => list === wanted).map(({ code }) => code);
/** But for `other`, of which nothing can be said beforehand. */
const STARTER = codesOf('problem').filter((code) => code !== 'other');
const known = fc.constantFrom(...STARTER);
/** Also what a zone may call a code of its own, and what every object has. */
const any = fc.oneof(known, fc.string(), fc.constantFrom('constructor', '__proto__', 'toString'));
const relatedAsUsual = (problem: string) =>
  relatedProblems(problem, tasksOfProblem(problem).factKinds);

it('every starter problem has kinds of facts and tasks of the starter lists, each once', () => {
  expect(STARTER.length).toBeGreaterThan(10);
  for (const problem of STARTER) {
    const { factKinds, types } = tasksOfProblem(problem);
    expect(codesOf('fact-kind')).toEqual(expect.arrayContaining([...factKinds]));
    expect(codesOf('task-type')).toEqual(expect.arrayContaining([...types]));
    for (const list of [factKinds, types]) {
      expect(list.length).toBeGreaterThan(0);
      expect(new Set(list).size).toBe(list.length);
    }
  }
});

it('a code that the program does not know has neither', () => {
  fc.assert(
    fc.property(any, (problem) => {
      if (STARTER.includes(problem)) return;
      expect(tasksOfProblem(problem)).toEqual({ factKinds: [], types: [] });
      expect(relatedAsUsual(problem)).toEqual([problem]);
    }),
  );
});

it('problems are related both ways, to themselves first, and by a kind of fact that both are', () => {
  fc.assert(
    fc.property(any, any, (one, other) => {
      const related = relatedAsUsual(one);
      expect(related[0]).toBe(one);
      expect(new Set(related).size).toBe(related.length);
      expect(related.includes(other)).toBe(relatedAsUsual(other).includes(one));
      if (one === other) return;
      const kinds = new Set(tasksOfProblem(one).factKinds);
      const shares = tasksOfProblem(other).factKinds.some((kind) => kinds.has(kind));
      expect(related.includes(other)).toBe(shares);
    }),
  );
});

it('a problem is related by the kinds that it is here, also one that a zone added', () => {
  fc.assert(
    fc.property(any, fc.uniqueArray(fc.constantFrom(...codesOf('fact-kind'))), (problem, kinds) => {
      const others = STARTER.filter((one) =>
        tasksOfProblem(one).factKinds.some((kind) => kinds.includes(kind)),
      );
      expect(new Set(relatedProblems(problem, kinds))).toEqual(new Set([problem, ...others]));
    }),
  );
});

it('no task is proposed as a means that weighs on somebody', () => {
  fc.assert(
    fc.property(any, (type) => {
      const rung = usualRung(type);
      expect(MEANS).toContain(rung);
      expect(isHeavy(rung)).toBe(false);
    }),
  );
  for (const problem of STARTER) {
    for (const type of tasksOfProblem(problem).types) {
      expect(isHeavy(usualRung(type))).toBe(false);
    }
  }
});
