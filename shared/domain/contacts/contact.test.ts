import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays, dayOf } from '../../lib/dates.ts';
import { CONTACT_REASONS } from './code-lists.ts';
import { LONGEST_TEXT, newContactSchema, problemsOf } from './contact.ts';

const now = '2026-06-15T08:00:00.000Z';
const valid = {
  id: '01970000-0000-7000-8000-000000000001',
  occurredAt: now,
  place: { streetId: '01970000-0000-7000-8000-000000000002', houseNumber: '', position: null },
  reason: 'nuisance',
  summary: '',
  next: { step: 'nothing', note: '' },
};

describe('a new contact', () => {
  it('needs when, where, what about and what next, and nothing else', () => {
    expect(newContactSchema.safeParse(valid).success).toBe(true);
    for (const field of ['occurredAt', 'place', 'reason', 'next'] as const) {
      const result = newContactSchema.safeParse({ ...valid, [field]: undefined });
      expect(result.success).toBe(false);
      expect(result.error?.issues[0]?.path[0]).toBe(field);
    }
  });

  it('needs a text and a day for a promise', () => {
    const promise = (next: object) => newContactSchema.safeParse({ ...valid, next }).success;
    expect(promise({ step: 'promise', note: 'Ik vraag het na', dueOn: '2026-06-20' })).toBe(true);
    expect(promise({ step: 'promise', note: ' ', dueOn: '2026-06-20' })).toBe(false);
    expect(promise({ step: 'promise', note: 'Ik vraag het na' })).toBe(false);
  });

  it('keeps every text up to the limit as it was typed, apart from blanks around it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), (summary) => {
        const parsed = newContactSchema.parse({ ...valid, summary });
        expect(parsed.summary).toBe(summary.trim());
      }),
    );
    const long = 'a'.repeat(LONGEST_TEXT + 1);
    expect(newContactSchema.safeParse({ ...valid, summary: long }).success).toBe(false);
  });

  it('accepts every reason of the starter list, and nothing that is no code', () => {
    for (const reason of CONTACT_REASONS) {
      expect(newContactSchema.safeParse({ ...valid, reason }).success).toBe(true);
    }
    expect(newContactSchema.safeParse({ ...valid, reason: 'No code!' }).success).toBe(false);
  });
});

describe('the rules of a contact', () => {
  const nothing = { step: 'nothing', note: '' } as const;

  it('lets it happen at any moment up to now, with five minutes for a clock that is ahead', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800_000_000, max: 10_000 }), (seconds) => {
        const occurredAt = new Date(Date.parse(now) + seconds * 1_000).toISOString();
        const problems = problemsOf({ occurredAt, next: nothing }, now);
        const expected = seconds > 300 ? ['in-the-future'] : [];
        expect(problems.map(({ reason }) => reason)).toEqual(
          occurredAt < '2000' ? ['too-long-ago'] : expected,
        );
      }),
    );
  });

  it('does not let a promise be due before the day of its contact', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
        const dueOn = addDays(dayOf(now), days);
        const open = { channel: null, ownerId: null };
        const next = { step: 'promise', note: 'Ik vraag het na', dueOn, ...open } as const;
        expect(problemsOf({ occurredAt: now, next }, now).length).toBe(days < 0 ? 1 : 0);
      }),
    );
  });
});
