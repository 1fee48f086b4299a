import { expect, it } from 'vitest';

import { untakenSteps } from './untaken-steps.ts';

it('says what was chosen, with the reason of its own before that for all', () => {
  const kinds = { talk: 'tried', mediation: 'not-tried', warning: 'tried' } as const;
  const texts = {
    note: ' Niemand thuis ',
    talk: 'Twee keer gesproken',
    information: 'Zonder keuze',
  };
  expect(untakenSteps(['talk', 'information', 'mediation'], kinds, texts)).toEqual([
    { means: 'talk', kind: 'tried', note: 'Twee keer gesproken' },
    { means: 'mediation', kind: 'not-tried', note: 'Niemand thuis' },
  ]);
});

it('has an empty reason where neither is there', () => {
  expect(untakenSteps(['talk'], { talk: 'tried' }, { talk: ' ' })).toEqual([
    { means: 'talk', kind: 'tried', note: '' },
  ]);
});

it('does not say of a heavy means that it was tried', () => {
  const kinds = { coercion: 'tried', 'official-report': 'not-tried' } as const;
  expect(untakenSteps(['official-report', 'coercion'], kinds, { note: 'Te zwaar' })).toEqual([
    { means: 'official-report', kind: 'not-tried', note: 'Te zwaar' },
  ]);
});
