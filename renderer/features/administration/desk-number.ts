import type { Id } from '#shared/lib/ids.ts';

/** What tells desks of one name apart: the end of the id, the first characters tell when it was made. */
export function deskNumber(deviceId: Id): string {
  return deviceId.slice(-6);
}
