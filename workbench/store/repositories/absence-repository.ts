import { type Absence, absencePeriodsSchema, standInsOn } from '#shared/domain/people/absence.ts';
import type { Officer } from '#shared/domain/people/people.ts';
import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle, WriteHandle } from '../handles.ts';

/** When every officer is away, as far as this desk can read it: what a newer one wrote otherwise is left out. */
export async function listAbsences(read: ReadHandle): Promise<readonly Absence[]> {
  const rows = await read
    .selectFrom('absence')
    .select(['officer_id as officerId', 'periods'])
    .execute();
  return rows.map(({ officerId, periods }) => ({ officerId, periods: parsePeriods(periods) }));
}

/** Who stands in on a day, by the id of who is away. */
export async function readStandIns(read: ReadHandle, day: Day): Promise<ReadonlyMap<Id, Officer>> {
  const standIns = standInsOn(await listAbsences(read), day);
  if (standIns.size === 0) return new Map();
  const officers = await read
    .selectFrom('officer')
    .select(['id', 'display_name as displayName'])
    .where('id', 'in', [...new Set(standIns.values())])
    .execute();
  const byId = new Map(officers.map((officer) => [officer.id, officer]));
  return new Map(
    [...standIns].flatMap(([away, id]) => {
      const officer = byId.get(id);
      return officer ? [[away, officer] as const] : [];
    }),
  );
}

/** When one officer is away, with the version of the row; of who never was, version 0. */
export async function absenceOf(
  read: ReadHandle,
  officerId: Id,
): Promise<Absence & { readonly version: number }> {
  const row = await read
    .selectFrom('absence')
    .select(['periods', 'version'])
    .where('officer_id', '=', officerId)
    .executeTakeFirst();
  return {
    officerId,
    periods: row ? parsePeriods(row.periods) : [],
    version: row?.version ?? 0,
  };
}

/** Makes the row what it says here. */
export async function writeAbsence(
  { tables }: Pick<WriteHandle, 'tables'>,
  { officerId, periods }: Absence,
  version: number,
): Promise<void> {
  const fields = { periods: JSON.stringify(periods), version };
  await tables
    .insertInto('absence')
    .values({ officer_id: officerId, ...fields })
    .onConflict((conflict) => conflict.column('officer_id').doUpdateSet(fields))
    .execute();
}

function parsePeriods(text: string): Absence['periods'] {
  const parsed = absencePeriodsSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : [];
}
