import type { AbsenceRow } from '#shared/contract/people.ts';
import {
  type AbsencePeriod,
  endedOn,
  inOrder,
  problemOfPeriod,
} from '#shared/domain/people/absence.ts';
import { type Day, dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import {
  absenceOf,
  listAbsences,
  writeAbsence,
} from '../../store/repositories/absence-repository.ts';
import { officerById, officersByName } from '../../store/repositories/people-repository.ts';
import { countOpenPromisesByOwner } from '../../store/repositories/promise-repository.ts';
import { requireUsualDay } from './usual-day.ts';

/** Who is away now or later, by first day, with who stands in and the open promises that this desk knows of. */
export async function readAbsences({ store }: OpenFile): Promise<AbsenceRow[]> {
  const { read } = store;
  const today = dayOf(store.clock.now());
  const ahead = (await listAbsences(read)).flatMap(({ officerId, periods }) =>
    periods.filter(({ lastDay }) => lastDay >= today).map((period) => ({ officerId, ...period })),
  );
  if (ahead.length === 0) return [];
  const officers = await officersByName(read).execute();
  const names = new Map(officers.map((officer) => [officer.id, officer.display_name]));
  const open = await countOpenPromisesByOwner(read);
  return ahead
    .map((period) => ({
      ...period,
      displayName: names.get(period.officerId) ?? '',
      substituteName: names.get(period.substituteId) ?? '',
      openPromises: open.get(period.officerId) ?? 0,
    }))
    .sort(
      (one, other) =>
        one.firstDay.localeCompare(other.firstDay) ||
        one.displayName.localeCompare(other.displayName, 'nl'),
    );
}

/**
 * An officer is away from the first day to the last, and somebody stands in. In place of the period that began on
 * `replaces`, if any; the same once more changes nothing.
 *
 * Throws NOT_FOUND (officer), and INVALID_FIELD: `firstDay` and `lastDay` (too-early, too-late), `lastDay`
 * (end-before-start), `substituteId` (stands-in-for-oneself), `firstDay` (absence-overlaps).
 */
export async function setAbsence(
  file: OpenFile,
  input: AbsencePeriod & { readonly officerId: Id; readonly replaces: Day | null },
): Promise<Record<never, never>> {
  const { officerId, replaces, ...period } = input;
  const today = dayOf(file.store.clock.now());
  requireUsualDay('firstDay', period.firstDay, today);
  requireUsualDay('lastDay', period.lastDay, today);
  return changePeriods(file, officerId, async (periods, isOfficer) => {
    if (!(await isOfficer(period.substituteId))) {
      throw new WorkbenchError('NOT_FOUND', { what: 'officer' });
    }
    const others = periods.filter((other) => other.firstDay !== replaces && !isSame(other, period));
    const problem = problemOfPeriod(officerId, period, others);
    if (problem) throw new WorkbenchError('INVALID_FIELD', problem);
    return [...others, period];
  });
}

/**
 * The officer is back today: the period that began on `firstDay` ends yesterday, and is gone where it did not begin
 * before today. Of a period that is not there, nothing changes. Throws NOT_FOUND (officer).
 */
export function endAbsence(
  file: OpenFile,
  input: { readonly officerId: Id; readonly firstDay: Day },
): Promise<Record<never, never>> {
  const today = dayOf(file.store.clock.now());
  return changePeriods(file, input.officerId, (periods) =>
    Promise.resolve(endedOn(periods, input.firstDay, today)),
  );
}

async function changePeriods(
  file: OpenFile,
  officerId: Id,
  change: (
    periods: readonly AbsencePeriod[],
    isOfficer: (id: Id) => Promise<boolean>,
  ) => Promise<readonly AbsencePeriod[]>,
): Promise<Record<never, never>> {
  const isNew = await file.store.write(async (handle) => {
    const { tables, record } = handle;
    const isOfficer = async (id: Id): Promise<boolean> =>
      (await officerById(tables, id).executeTakeFirst()) !== undefined;
    if (!(await isOfficer(officerId))) throw new WorkbenchError('NOT_FOUND', { what: 'officer' });
    const { periods: before, version } = await absenceOf(tables, officerId);
    const periods = inOrder(await change(before, isOfficer));
    const isUnchanged =
      periods.length === before.length &&
      periods.every((period, at) => isSame(period, before[at] ?? period) && before[at]);
    if (isUnchanged) return false;
    await writeAbsence(handle, { officerId, periods }, version + 1);
    await record({
      entity: 'absence',
      entityId: officerId,
      baseVersion: version,
      change: { kind: 'patch', fields: { periods: periods.map((period) => ({ ...period })) } },
    });
    return true;
  });
  if (isNew) file.announce(['people', 'promises', 'dossiers', 'outbox']);
  return {};
}

function isSame(one: AbsencePeriod, other: AbsencePeriod): boolean {
  return (
    one.firstDay === other.firstDay &&
    one.lastDay === other.lastDay &&
    one.substituteId === other.substituteId
  );
}
