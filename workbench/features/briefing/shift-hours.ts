import type { ShiftsSet } from '#shared/contract/briefing.ts';
import type { ShiftBegin } from '#shared/domain/briefing/shift.ts';
import { shiftsNow } from '#shared/domain/briefing/shift-setting.ts';
import { makeId } from '#shared/lib/ids.ts';
import { lastSet } from '#shared/lib/last-set.ts';
import type { Role } from '#shared/protocol/account.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { officerById } from '../../store/repositories/people-repository.ts';
import {
  insertShiftHours,
  listShiftHours,
} from '../../store/repositories/shift-hours-repository.ts';

/** The shifts that the zone works by, and who set them. */
export async function readShifts({ store }: OpenFile): Promise<ShiftsSet> {
  const all = await listShiftHours(store.read);
  const last = lastSet(all);
  const officer = last && (await officerById(store.read, last.setById).executeTakeFirst());
  return {
    begins: shiftsNow(all).map((begin) => ({ ...begin })),
    set: last ? { at: last.setAt, byName: officer?.display_name ?? '' } : null,
  };
}

/**
 * Sets them for the zone, for every sheet from now on. Throws NOT_NOW (not-a-leader) for who is no administrator of the
 * zone.
 *
 * @param role of the officer at the centre; null on a desk without one.
 */
export async function setShifts(
  file: OpenFile,
  role: Role | null,
  { begins }: { readonly begins: ShiftBegin[] },
): Promise<ShiftsSet> {
  if (role !== null && role !== 'administrator') {
    throw new WorkbenchError('NOT_NOW', { reason: 'not-a-leader' });
  }
  const { store } = file;
  const id = makeId(Date.parse(store.clock.now()), store.entropy.bytes(16));
  const fields = { setAt: store.clock.now(), setById: store.identity.officerId, begins };
  await store.write(async (handle) => {
    await insertShiftHours(handle, { id, ...fields }, 1);
    await handle.record({
      entity: 'shift-hours',
      entityId: id,
      baseVersion: 0,
      change: { kind: 'command', name: 'setShiftHours', arguments: fields },
    });
  });
  file.announce(['dossiers', 'outbox']);
  return readShifts(file);
}
