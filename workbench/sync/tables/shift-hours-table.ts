import { shiftHoursSchema } from '#shared/domain/briefing/shift-setting.ts';

import {
  insertShiftHours,
  listShiftHours,
} from '../../store/repositories/shift-hours-repository.ts';
import type { EntityTable } from './entity-table.ts';

export const shiftHoursTable: EntityTable = {
  async has(tables, id) {
    return (await listShiftHours(tables)).some((set) => set.id === id);
  },
  async write(tables, id, fields, version) {
    await insertShiftHours({ tables }, shiftHoursSchema.parse({ ...fields, id }), version);
  },
  async remove(tables, id) {
    await tables.deleteFrom('shift_hours').where('id', '=', id).execute();
  },
};
