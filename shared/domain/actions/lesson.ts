import { z } from 'zod';

import { daySchema } from '../../lib/dates.ts';
import { idSchema } from '../../lib/ids.ts';
import { codeSchema } from '../codes/code.ts';
import { LONGEST_TEXT } from '../contacts/contact.ts';
import { VERDICTS } from './vocabulary.ts';

/** What was learned from an action, with where and when it held: the zone's library of what worked where. */
export const lessonFieldsSchema = z.object({
  actionId: idSchema,
  authorId: idSchema,
  day: daySchema,
  problem: codeSchema.nullable(),
  /** The tasks that the action was made of. */
  types: z.array(codeSchema).max(50),
  verdict: z.enum(VERDICTS),
  doseShare: z.number().min(0).max(1),
  learned: z.string().trim().min(1).max(LONGEST_TEXT),
  /** Under which circumstances it held. */
  conditions: z.string().trim().min(1).max(LONGEST_TEXT),
});
export type LessonFields = z.infer<typeof lessonFieldsSchema>;
export const lessonSchema = lessonFieldsSchema.extend({ id: idSchema });
export type Lesson = z.infer<typeof lessonSchema>;
