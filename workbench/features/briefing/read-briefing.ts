import type { Briefing, BriefingQuestion } from '#shared/contract/briefing.ts';
import { CONTACT_DAYS } from '#shared/contract/briefing.ts';
import { hoursOf } from '#shared/domain/briefing/shift.ts';
import { shiftsNow } from '#shared/domain/briefing/shift-setting.ts';
import { byStreetName } from '#shared/domain/territory/placed-street.ts';
import { addDays, type Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { readStandIns } from '../../store/repositories/absence-repository.ts';
import { promisesDueUpTo } from '../../store/repositories/briefing-repository.ts';
import { partsDue } from '../../store/repositories/deal-repository.ts';
import { neighbourhoodVersions } from '../../store/repositories/place-versions.ts';
import { listShiftHours } from '../../store/repositories/shift-hours-repository.ts';
import { briefStreet, groupByStreet, type StreetTasks } from './brief-street.ts';
import { plannedInShift } from './planned-in-shift.ts';

/**
 * What a shift has to do, by street. No text of a contact, promise, person or assessment is read: only counts,
 * codes, aims, and what was agreed with partners. Throws INVALID_FIELD for a shift that the zone does not work by.
 */
export async function readBriefing(file: OpenFile, question: BriefingQuestion): Promise<Briefing> {
  const { read } = file.store;
  const { day, shift, neighbourhoodId } = question;
  const hours = hoursOf(shiftsNow(await listShiftHours(read)), shift);
  if (!hours) throw new WorkbenchError('INVALID_FIELD', { field: 'shift', reason: 'unknown' });
  const areas =
    neighbourhoodId === null ? null : await neighbourhoodVersions(read, neighbourhoodId);
  const isHere = (id: Id | null): boolean => areas === null || (id !== null && areas.includes(id));
  const planned = (await plannedInShift(read, day, hours)).filter(({ neighbourhoodId: area }) =>
    isHere(area),
  );
  const standIns = await readStandIns(read, day);
  const promises = (await promisesDueUpTo(read, day).execute())
    .filter((one) => isHere(one.neighbourhoodId))
    .map((one) => ({
      ...one,
      ownerName: standIns.get(one.ownerId)?.displayName ?? one.ownerName,
    }));
  const tasks = await groupByStreet(read, planned, promises);
  const contactsSince = addDays(day, -CONTACT_DAYS);
  const streets = [];
  for (const street of tasks.filter((one) => isListed(one, day))) {
    streets.push(await briefStreet(read, street, { day, hours, contactsSince }));
  }
  return {
    hours: { ...hours },
    contactsSince,
    streets: streets.sort(
      (one, other) =>
        firstTime(one) - firstTime(other) ||
        byName(one, other) ||
        (one.streetId < other.streetId ? -1 : 1),
    ),
    deals: [...(await partsDue(read, day, { neighbourhoods: areas, officerIds: null }, null)).rows],
  };
}

const byName = byStreetName('nl');

/** A street is on the sheet for what is to be done there: what is only overdue stands on Today. */
function isListed({ planned, promises }: StreetTasks, day: Day): boolean {
  return planned.length > 0 || promises.some(({ dueOn }) => dueOn === day);
}

function firstTime({ measures }: Briefing['streets'][number]): number {
  return Math.min(...measures.map(({ times }) => times[0]?.from ?? Infinity));
}
