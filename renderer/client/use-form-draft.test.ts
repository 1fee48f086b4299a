import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { choicesAsTexts, keptChoices } from './use-form-draft.ts';

const schema = z.object({
  minutes: z.number().nullable(),
  urgent: z.boolean(),
  kind: z.enum(['tried', 'taken']),
  days: z.array(z.string()),
});
const anyChoices = fc.record(
  {
    minutes: fc.option(fc.integer()),
    urgent: fc.boolean(),
    kind: fc.constantFrom('tried' as const, 'taken' as const),
    days: fc.array(fc.string()),
  },
  { requiredKeys: [] },
);

describe('the choices of a form in its draft', () => {
  it('come back as they were, and those that nobody made stay away', () => {
    fc.assert(
      fc.property(anyChoices, fc.string(), (choices, note) => {
        expect(keptChoices(schema, { note, ...choicesAsTexts(choices) })).toEqual(choices);
      }),
    );
  });

  it('are left out one by one where an older or newer application kept them otherwise', () => {
    const texts = choicesAsTexts({ minutes: 15, urgent: 'perhaps', kind: 'heard' });
    expect(keptChoices(schema, texts)).toEqual({ minutes: 15 });
    const torn = Object.fromEntries(Object.keys(texts).map((name) => [name, '{']));
    expect(keptChoices(schema, torn)).toEqual({});
  });
});
