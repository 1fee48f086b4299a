import { type ShiftHours, shiftHoursSchema } from '#shared/domain/briefing/shift-setting.ts';

import type { ReadHandle, WriteHandle } from '../handles.ts';

/** Every time that the hours of the shifts were set; what a newer desk wrote otherwise is left out. */
export async function listShiftHours(read: ReadHandle): Promise<readonly ShiftHours[]> {
  const rows = await read
    .selectFrom('shift_hours')
    .select(['id', 'set_at as setAt', 'set_by as setById', 'begins'])
    .execute();
  return rows.flatMap((row) => {
    const parsed = shiftHoursSchema.safeParse({ ...row, begins: JSON.parse(row.begins) });
    return parsed.success ? [parsed.data] : [];
  });
}

/** Adds hours; what is here already becomes what the centre says. */
export async function insertShiftHours(
  { tables }: Pick<WriteHandle, 'tables'>,
  { id, setAt, setById, begins }: ShiftHours,
  version: number,
): Promise<void> {
  const fields = { set_at: setAt, set_by: setById, begins: JSON.stringify(begins), version };
  await tables
    .insertInto('shift_hours')
    .values({ id, ...fields })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(fields))
    .execute();
}
