import { z } from 'zod';

import { codeSchema } from '../domain/codes/code.ts';
import { LONGEST_TEXT } from '../domain/contacts/contact.ts';
import { keptPromiseSchema, PROMISE_STATES } from '../domain/promises/promise.ts';
import { daySchema } from '../lib/dates.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';

/** Which promises; an absent field does not narrow. Days are due days, both included. */
export const promiseFilterSchema = z.object({
  state: z.enum(PROMISE_STATES).optional(),
  /** Who sees to it: of open ones, those of colleagues whom this officer stands in for too. */
  ownerId: idSchema.optional(),
  /** The street in any of its versions. */
  streetId: idSchema.optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
});
export type PromiseFilter = z.infer<typeof promiseFilterSchema>;

export const promisesContract = {
  /** Open promises, the longest overdue first. */
  open: operation.output(z.array(keptPromiseSchema)),
  /** The promise that was made at a contact; null when none was. */
  ofContact: operation
    .input(z.object({ contactId: idSchema }))
    .output(keptPromiseSchema.nullable()),
  /** By due day: the longest overdue first among open ones, else the latest day first. */
  list: operation
    .input(
      z.object({
        filter: promiseFilterSchema,
        /** What the page before returned. */
        cursor: z.string().max(60).nullable(),
        limit: z.number().int().min(1).max(200),
      }),
    )
    .output(
      z.object({
        rows: z.array(keptPromiseSchema),
        nextCursor: z.string().nullable(),
        /** How many match in all. */
        total: z.number().int(),
      }),
    ),
  /** Closing needs the outcome that the resident was told. */
  close: operation
    .input(
      z.object({
        id: idSchema,
        kept: z.boolean(),
        outcome: z.string().trim().min(1).max(LONGEST_TEXT),
        /** By which channel the resident was told; null when that is not written down. */
        toldBy: codeSchema.nullable().default(null),
      }),
    )
    .output(keptPromiseSchema),
  /**
   * A colleague keeps the promise from now on; the day that the resident was told does not move.
   * NOT_FOUND (promise, officer); INVALID_FIELD `closed` when it is not open any more.
   */
  reassign: operation
    .input(z.object({ id: idSchema, ownerId: idSchema }))
    .output(keptPromiseSchema),
};
