import { absencePeriodsSchema } from '#shared/domain/people/absence.ts';

import { absenceOf, writeAbsence } from '../../store/repositories/absence-repository.ts';
import type { EntityTable } from './entity-table.ts';

/** The id of the row is that of its officer. */
export const absenceTable: EntityTable = {
  async has(tables, id) {
    return (await absenceOf(tables, id)).version > 0;
  },
  async write(tables, id, { periods }, version) {
    const absence = { officerId: id, periods: absencePeriodsSchema.parse(periods) };
    await writeAbsence({ tables }, absence, version);
  },
  async remove(tables, id) {
    await tables.deleteFrom('absence').where('officer_id', '=', id).execute();
  },
};
