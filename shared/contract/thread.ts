import { z } from 'zod';

import { ACTION_STATES } from '../domain/actions/action.ts';
import { VERDICTS } from '../domain/actions/vocabulary.ts';
import { codeSchema } from '../domain/codes/code.ts';
import { daySchema } from '../lib/dates.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';

export const threadQuestionSchema = z.object({
  /** A priority of the zone's plan; `none` for actions without one; null for all. */
  goal: z.union([codeSchema, z.literal('none')]).nullable(),
});
export type ThreadQuestion = z.infer<typeof threadQuestionSchema>;

const figuresSchema = z.object({
  actions: z.number().int(),
  begun: z.number().int(),
  closed: z.number().int(),
  /** Minutes of actions that began; `counted` is what counts of those delivered. */
  planned: z.number().int(),
  plannedSoFar: z.number().int(),
  delivered: z.number().int(),
  counted: z.number().int(),
  contacts: z.number().int(),
  contactsElsewhere: z.number().int(),
  verdicts: z.partialRecord(z.enum(VERDICTS), z.number().int()),
});

const threadedActionSchema = z.object({
  id: idSchema,
  title: z.string(),
  dossierId: idSchema,
  /** Empty for a dossier that is not on this desk. */
  dossierTitle: z.string(),
  state: z.enum(ACTION_STATES),
  startsOn: daySchema.nullable(),
  endsOn: daySchema.nullable(),
  /** Contacts that its dossier names, and how many of them are not on this desk. */
  contacts: z.number().int(),
  contactsElsewhere: z.number().int(),
  /** Null for what has not begun, or never will. */
  dose: z
    .object({
      planned: z.number().int(),
      plannedSoFar: z.number().int(),
      delivered: z.number().int(),
      /** Of what was delivered, what counts: see `doseOfAction`. */
      counted: z.number().int(),
      /** What counts of the whole plan, 0 to 1. */
      share: z.number(),
    })
    .nullable(),
  /** Why it was refused; empty where it was not. */
  refusal: z.string(),
  verdict: z.enum(VERDICTS).nullable(),
  /** What was counted before and after, in the same way both; null where nobody said. */
  sign: z.object({ what: z.string(), before: z.number(), after: z.number().nullable() }).nullable(),
});
export type ThreadLine = z.infer<typeof threadedActionSchema>;

const goalSchema = z.object({
  /** Null for actions without a goal. */
  goal: codeSchema.nullable(),
  figures: figuresSchema,
  /** The newest first. */
  actions: z.array(threadedActionSchema),
});
export type GoalThread = z.infer<typeof goalSchema>;
export const threadSchema = z.array(goalSchema);
export type Thread = z.infer<typeof threadSchema>;

/** The columns of the file, in their order. */
export const THREAD_COLUMNS = [
  'goal',
  'action',
  'dossier',
  'state',
  'startsOn',
  'endsOn',
  'contacts',
  'contactsElsewhere',
  'planned',
  'plannedSoFar',
  'delivered',
  'counted',
  'share',
  'verdict',
  'sign',
  'before',
  'after',
] as const;

const word = z.string().max(200);

/** The words come from the page: the workbench writes no text of its own. */
export const threadFileRequestSchema = z.object({
  question: threadQuestionSchema,
  fileName: z
    .string()
    .regex(/^[\p{Letter}\p{Number} _-]+$/u)
    .max(60),
  titles: z.record(z.enum(THREAD_COLUMNS), word),
  /** What goals are called, by their codes; `none` for none. */
  goals: z.record(z.string().max(60), word),
  states: z.record(z.enum(ACTION_STATES), word),
  verdicts: z.record(z.enum(VERDICTS), word),
});
export type ThreadFileRequest = z.infer<typeof threadFileRequestSchema>;

export const threadContract = {
  /** From the goals of the zone's plan to their actions, what was delivered and what came of it. */
  read: operation.input(threadQuestionSchema).output(threadSchema),
  /** The same as a CSV, one action a line. STORAGE_FULL. */
  file: operation
    .input(threadFileRequestSchema)
    .output(z.object({ fileName: z.string(), text: z.string() })),
};
