import { z } from 'zod';

import { instantSchema } from '../../lib/dates.ts';
import { idSchema } from '../../lib/ids.ts';
import { lastSet } from '../../lib/last-set.ts';

/** Days that a team lead has to answer a proposal where nobody set another number. */
export const USUAL_ANSWER_DAYS = 14;
export const MOST_ANSWER_DAYS = 90;

/** How long the zone gives its team leads, as somebody set it: a later one takes its place. */
export const answerDaysFieldsSchema = z.object({
  setAt: instantSchema,
  setById: idSchema,
  days: z.number().int().min(1).max(MOST_ANSWER_DAYS),
});
export const answerDaysSchema = answerDaysFieldsSchema.extend({ id: idSchema });
export type AnswerDays = z.infer<typeof answerDaysSchema>;

/** The number in force: the one set last; on every desk the same, in whatever order they came. */
export function answerDaysNow(set: readonly Pick<AnswerDays, 'id' | 'setAt' | 'days'>[]): number {
  return lastSet(set)?.days ?? USUAL_ANSWER_DAYS;
}
