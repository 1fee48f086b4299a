import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  AS_NOTED,
  GROUNDS,
  lackingGrounds,
  mayComplete,
  mayLookAt,
  missingGround,
  mixOfMeans,
  standingOf,
  STEP_KINDS,
  unfitGround,
  unsaidLighter,
} from './means.ts';
import { isHeavy, lighterThan, MEANS } from './vocabulary.ts';

const step = {
  kind: 'taken',
  means: 'official-report',
  urgent: false,
  legalGround: 'reglement',
  necessity: 'niets anders hielp',
  proportionality: 'het minste dat kon',
  decidedBy: 'noor',
  ...AS_NOTED,
} as const;

describe('N8: the least means', () => {
  it('asks of every lighter means what became of it, and of no heavier one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MEANS), fc.subarray([...MEANS]), (means, said) => {
        const missing = unsaidLighter(
          means,
          said.map((one) => ({ means: one, withdrawnBy: null })),
        );
        expect(missing).toEqual(lighterThan(means).filter((one) => !said.includes(one)));
        expect(missing).not.toContain(means);
      }),
    );
    expect(unsaidLighter('talk', [])).toEqual([]);
    expect(unsaidLighter('information', [{ means: 'talk', withdrawnBy: 'noor' }])).toEqual([
      'talk',
    ]);
  });

  it('asks of a heavy step for each of its grounds, and of a light one for none', () => {
    for (const field of ['legalGround', 'necessity', 'proportionality'] as const) {
      expect(missingGround({ ...step, [field]: '  ' })).toBe(field);
    }
    expect(missingGround({ ...step, decidedBy: null })).toBe('decidedBy');
    expect(missingGround(step)).toBeUndefined();
    for (const means of MEANS.filter((one) => !isHeavy(one))) {
      expect(missingGround({ ...step, means, legalGround: '', decidedBy: null })).toBeUndefined();
    }
  });

  it('lets an urgent step go without words, never without who decided, and asks for a review', () => {
    const urgent = { ...step, urgent: true, legalGround: '', necessity: '', proportionality: '' };
    expect(missingGround(urgent)).toBeUndefined();
    expect(missingGround({ ...urgent, decidedBy: null })).toBe('decidedBy');
    expect(standingOf({ ...urgent, secondBy: null, reviewedBy: null })).toBe('review');
    expect(standingOf({ ...step, urgent: true, reviewedBy: 'lead' })).toBe('seen');
  });

  it('waits for a second pair of eyes when it is heavy', () => {
    expect(standingOf({ ...step, secondBy: null, reviewedBy: null })).toBe('waits');
    expect(standingOf({ ...step, secondBy: 'samir', reviewedBy: null })).toBe('seen');
    expect(standingOf({ ...step, means: 'talk', secondBy: null, reviewedBy: null })).toBe('light');
  });
});

describe('N8: the grounds of an urgent step, afterwards', () => {
  const anyStep = fc.record({
    kind: fc.constantFrom(...STEP_KINDS),
    means: fc.constantFrom(...MEANS),
    legalGround: fc.constantFrom('', ' ', 'reglement'),
    necessity: fc.constantFrom('', 'niets anders hielp'),
    proportionality: fc.constantFrom('', 'het minste dat kon'),
    decidedBy: fc.constantFrom(null, 'noor'),
    authorId: fc.constantFrom('noor', 'samir'),
  });

  it('lack where a heavy step that is taken says nothing, and nowhere else', () => {
    fc.assert(
      fc.property(anyStep, (one) => {
        const needs = one.kind === 'taken' && isHeavy(one.means);
        expect(lackingGrounds(one)).toEqual(
          needs ? GROUNDS.filter((ground) => (one[ground] ?? '').trim() === '') : [],
        );
        expect(missingGround({ ...one, urgent: false })).toBe(lackingGrounds(one)[0]);
      }),
    );
  });

  it('are filled in where they lack, with words, and never written over', () => {
    fc.assert(
      fc.property(
        anyStep,
        fc.constantFrom(...GROUNDS),
        fc.constantFrom('', '  ', 'later'),
        (one, ground, text) => {
          const fits = lackingGrounds(one).includes(ground) && text.trim() !== '';
          expect(unfitGround(one, { [ground]: text })).toBe(fits ? undefined : ground);
        },
      ),
    );
    expect(unfitGround(step, {})).toBeUndefined();
  });

  it('by who noted it, who decided or who leads; none of them looks at it as the second', () => {
    fc.assert(
      fc.property(
        anyStep,
        fc.constantFrom('noor', 'samir', 'lead'),
        fc.boolean(),
        (one, officer, leads) => {
          const isOwn = officer === one.authorId || officer === one.decidedBy;
          expect(mayComplete(one, officer, leads)).toBe(leads || isOwn);
          const completions = [
            { by: officer, at: '2026-06-15T08:00:00.000Z', grounds: [...GROUNDS] },
          ];
          const revisions = [{ by: officer, at: '2026-06-15T08:00:00.000Z', was: {} }];
          const none = { completions: [], revisions: [] };
          expect(mayLookAt({ ...one, ...none, completions }, officer)).toBe(false);
          expect(mayLookAt({ ...one, ...none, revisions }, officer)).toBe(false);
          expect(mayLookAt({ ...one, ...none }, officer)).toBe(!isOwn);
        },
      ),
    );
  });

  it('a review that came before them is provisional, and asks for another once they are there', () => {
    const bare = { ...step, urgent: true, necessity: '', reviewedBy: 'lead' };
    const completions = [
      { by: 'noor', at: '2026-06-15T08:00:00.000Z', grounds: ['necessity' as const] },
    ];
    expect(standingOf({ ...bare, reviewedTooEarly: true })).toBe('provisional');
    const complete = { ...step, urgent: true, reviewedBy: 'lead', completions };
    expect(standingOf({ ...complete, reviewedTooEarly: true })).toBe('again');
    expect(standingOf({ ...complete, reviewedTooEarly: false })).toBe('seen');
    // As rows say it from before grounds could be filled in afterwards.
    expect(standingOf(bare)).toBe('provisional');
    expect(standingOf(complete)).toBe('again');
    expect(standingOf({ ...complete, completions: [] })).toBe('seen');
  });
});

describe('the mix of means', () => {
  it('counts what was tried or taken, and what actions used, the lightest first', () => {
    const steps = [
      { means: 'warning', kind: 'taken' },
      { means: 'talk', kind: 'tried' },
      { means: 'talk', kind: 'taken' },
      { means: 'mediation', kind: 'not-tried' },
      { means: 'coercion', kind: 'taken' },
    ] as const;
    const withdrawn = { means: 'coercion', kind: 'taken', withdrawnBy: 'noor' } as const;
    const actions = [new Set(['talk', 'information'] as const), new Set(['coercion'] as const)];
    const all = [...steps.map((one) => ({ ...one, withdrawnBy: null })), withdrawn];
    expect(mixOfMeans(all, actions)).toEqual([
      { means: 'talk', count: 3 },
      { means: 'information', count: 1 },
      { means: 'warning', count: 1 },
      { means: 'coercion', count: 1 },
    ]);
  });

  it('grows by one for each action that uses a light means, never for a heavy one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(fc.constantFrom(...MEANS)).map((used) => new Set(used))),
        (actions) => {
          const sum = mixOfMeans([], actions).reduce((total, { count }) => total + count, 0);
          const light = actions.flatMap((used) => [...used].filter((one) => !isHeavy(one)));
          expect(sum).toBe(light.length);
        },
      ),
    );
  });
});
