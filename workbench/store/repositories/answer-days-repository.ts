import type { AnswerDays } from '#shared/domain/actions/answer-days.ts';

import type { ReadHandle, WriteHandle } from '../handles.ts';

/** Every time that the days were set. */
export async function listAnswerDays(read: ReadHandle): Promise<readonly AnswerDays[]> {
  return read
    .selectFrom('answer_days')
    .select(['id', 'set_at as setAt', 'set_by as setById', 'days'])
    .execute();
}

/** Adds a number; one that is here already becomes what the centre says. */
export async function insertAnswerDays(
  { tables }: Pick<WriteHandle, 'tables'>,
  { id, setAt, setById, days }: AnswerDays,
  version: number,
): Promise<void> {
  await tables
    .insertInto('answer_days')
    .values({ id, set_at: setAt, set_by: setById, days, version })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ set_at: setAt, set_by: setById, days, version }),
    )
    .execute();
}
