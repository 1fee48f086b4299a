import { answerDaysFieldsSchema } from '../domain/actions/answer-days.ts';
import { operation } from './base.ts';

const daysSchema = answerDaysFieldsSchema.pick({ days: true });

export const answerDaysContract = {
  /** How many days those who lead have to answer a proposal. */
  answerDays: operation.output(daysSchema),
  /** For administrators of the zone. NOT_NOW (not-a-leader); INVALID_FIELD (days). */
  setAnswerDays: operation.input(daysSchema).output(daysSchema),
};
