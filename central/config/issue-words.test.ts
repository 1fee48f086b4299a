import { expect, it } from 'vitest';
import { z } from 'zod';

import { daySchema } from '#shared/lib/dates.ts';
import { idSchema } from '#shared/lib/ids.ts';

import { CommandError, MissingArgument, read } from '../commands/command.ts';

const entrySchema = z.strictObject({
  name: z.string().min(1).max(3),
  many: z.number().int(),
  on: z.boolean().optional(),
});
const entry = { name: 'abc', many: 2 };

function refusalOf(schema: z.ZodType, given: unknown): string {
  try {
    read(schema, 'FILE', given);
  } catch (cause) {
    if (cause instanceof CommandError) return cause.message;
    throw cause;
  }
  throw new Error('it was taken');
}

it.each<[schema: z.ZodType, given: unknown, refusal: string]>([
  [z.array(entrySchema), {}, 'FILE: must be a list'],
  [z.array(entrySchema), [entry, 'x'], 'FILE, entry 2: must be an object with fields'],
  [z.array(entrySchema), [{ ...entry, name: 7 }], 'FILE, entry 1, name: must be a text'],
  [z.array(entrySchema), [{ many: 1 }], 'FILE, entry 1, name: is missing'],
  [z.array(entrySchema).min(1), [], 'FILE: must not be empty'],
  [entrySchema, { ...entry, name: '' }, 'FILE, name: must not be empty'],
  [entrySchema, { ...entry, name: 'abcd' }, 'FILE, name: must have at most 3 characters'],
  [entrySchema, { ...entry, many: 'two' }, 'FILE, many: must be a number'],
  [entrySchema, { ...entry, many: 1.5 }, 'FILE, many: must be a whole number'],
  [entrySchema, { ...entry, on: 'yes' }, 'FILE, on: must be true or false'],
  [entrySchema, { ...entry, other: 1 }, 'FILE: knows no other'],
  [z.enum(['officer', 'team-lead']), 'chief', 'FILE: must be one of officer, team-lead'],
  [z.literal('--receipts'), '--receipt', 'FILE: must be --receipts'],
  [z.number().min(1).max(30), Number('two'), 'FILE: must be a number'],
  [z.number().min(1).max(30), 0, 'FILE: must be at least 1'],
  [z.number().min(1).max(30), 31, 'FILE: must be at most 30'],
  [z.string().min(12), 'short', 'FILE: must have at least 12 characters'],
  [z.string().regex(/^[a-z]+$/), '7', 'FILE: must have the form /^[a-z]+$/'],
  [daySchema, '15/06/2026', 'FILE: must be a day, as 2026-06-15'],
  [idSchema, 'noor', 'FILE: not a UUID version 7'],
  [z.union([z.string(), z.null()]), 3, 'FILE: is not of a kind that is expected here'],
  [
    entrySchema.refine(() => false, { path: ['many'] }),
    entry,
    'FILE, many: does not go with the rest',
  ],
])('says by the name of the field what is expected (%#)', (schema, given, refusal) => {
  expect(refusalOf(schema, given)).toBe(refusal);
});

it('does not repeat what was typed', () => {
  expect(refusalOf(z.enum(['a', 'b']), 'geheim')).not.toContain('geheim');
});

it('tells what was left out apart, for the usage', () => {
  expect(() => read(idSchema, 'ZONE', undefined)).toThrow(MissingArgument);
});
