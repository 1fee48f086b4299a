import { z } from 'zod';

import { instantSchema } from '../../lib/dates.ts';
import { idSchema } from '../../lib/ids.ts';
import type { Attempt } from './attempt.ts';
import type { EntityRules, Fields } from './entity-rules.ts';
import type { Json } from './operation.ts';

/** What was written in a row at one time: all its fields as they were then, by whom and when. */
export const historyEntrySchema = z.object({
  /** The operation that wrote it. */
  id: idSchema,
  authorId: idSchema,
  madeAt: instantSchema,
  fields: z.record(z.string(), z.json()),
});

/** Entries that a row carries along; the operations of older ones are kept at the centre. */
export const MOST_HISTORY = 100;

export const historySchema = z.array(historyEntrySchema).max(MOST_HISTORY).default([]);

/**
 * The fields with what they say now added to their history, where the entity keeps one. It is the rule
 * that writes it, on both sides, and never what was sent.
 *
 * @param before the history so far.
 */
export function withHistory(
  rules: EntityRules,
  fields: Fields,
  { opId, authorId, madeAt }: Attempt,
  before: Json | undefined,
): Fields {
  const { history } = rules;
  if (history === undefined) return fields;
  const written = Object.fromEntries(
    Object.keys(rules.fields).flatMap((field) =>
      field === history ? [] : [[field, fields[field] ?? null]],
    ),
  );
  const entries = Array.isArray(before) ? (before as readonly Json[]) : [];
  const entry = { id: opId, authorId, madeAt, fields: written };
  return { ...fields, [history]: [...entries, entry].slice(-MOST_HISTORY) };
}
