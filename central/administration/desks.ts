import type { Id } from '#shared/lib/ids.ts';
import type { Act, Desk } from '#shared/protocol/administration.ts';
import type { Seq } from '#shared/protocol/basics.ts';
import { LIMITS } from '#shared/protocol/limits.ts';

import { CentralError } from '../errors.ts';
import type { Centre } from '../ports.ts';
import { administer, type Administrator, requireAdministrator } from './administer.ts';

const DAY_MS = 86_400_000;

/** All desks, those that were silent for the longest first. */
export async function listDesks(
  { store: { directory }, clock }: Centre,
  who: Administrator,
): Promise<{ readonly alarmDays: number; readonly desks: Desk[] }> {
  await requireAdministrator(directory, who);
  const alarmDays = await directory.deskAlarmDays(who.zoneId);
  const now = Date.parse(clock.now());
  const desks = (await directory.desks(who.zoneId)).map((desk): Desk => {
    const { deviceId, officerId, label, enrolledAt, lastSeenAt, signedInUntil } = desk;
    const { appVersion, waiting, revoked } = desk;
    const silentDays = Math.max(0, Math.floor((now - Date.parse(lastSeenAt)) / DAY_MS));
    return {
      deviceId,
      officerId,
      label,
      enrolledAt,
      lastSeenAt,
      signedInUntil,
      appVersion,
      waiting,
      revoked,
      silentDays,
      alarm: !revoked && silentDays >= alarmDays,
    };
  });
  desks.sort((one, other) => (one.lastSeenAt < other.lastSeenAt ? -1 : 1));
  return { alarmDays, desks };
}

/** Shuts a desk out at once and for good. Throws NOT_FOUND with `deviceId`. */
export async function revokeDesk(centre: Centre, who: Administrator, deviceId: Id): Promise<void> {
  await administer(centre, who, async (directory) => {
    const desk = await directory.desk(who.zoneId, deviceId);
    if (desk === undefined) throw new CentralError('NOT_FOUND', { field: 'deviceId' });
    if (desk.revoked) return null;
    await directory.revokeDesk(who.zoneId, deviceId);
    return { act: 'desk-revoked', subjectId: deviceId, subject: desk.label };
  });
}

/** After how many days of silence a desk is reported. */
export async function setDeskAlarm(
  centre: Centre,
  who: Administrator,
  days: number,
): Promise<void> {
  await administer(centre, who, async (directory) => {
    if ((await directory.deskAlarmDays(who.zoneId)) === days) return null;
    await directory.setDeskAlarmDays(who.zoneId, days);
    return { act: 'alarm-set', subjectId: null, subject: '', detail: { days } };
  });
}

/** What administrators and supervisors did, newest first, before a commit. */
export async function listActs(
  { store: { directory } }: Centre,
  who: Administrator,
  before: Seq | null,
): Promise<{ readonly acts: Act[]; readonly more: boolean }> {
  await requireAdministrator(directory, who);
  const found = await directory.acts(who.zoneId, before, LIMITS.page + 1);
  const acts = found
    .slice(0, LIMITS.page)
    .map(({ seq, at, actor, act, subjectId, subject, detail }) => ({
      seq,
      at,
      actor,
      act,
      subjectId,
      subject,
      detail,
    }));
  return { acts, more: found.length > LIMITS.page };
}
