import { answerDaysSchema } from '#shared/domain/actions/answer-days.ts';

import {
  insertAnswerDays,
  listAnswerDays,
} from '../../store/repositories/answer-days-repository.ts';
import type { EntityTable } from './entity-table.ts';

export const answerDaysTable: EntityTable = {
  async has(tables, id) {
    return (await listAnswerDays(tables)).some((set) => set.id === id);
  },
  async write(tables, id, fields, version) {
    await insertAnswerDays({ tables }, answerDaysSchema.parse({ ...fields, id }), version);
  },
  async remove(tables, id) {
    await tables.deleteFrom('answer_days').where('id', '=', id).execute();
  },
};
