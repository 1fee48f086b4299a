import { z } from 'zod';

import { isGapPeriod } from '#shared/contract/gaps.ts';
import type { StreetProfileQuestion } from '#shared/contract/street-profile.ts';
import { addDays, daySchema } from '#shared/lib/dates.ts';
import { idSchema } from '#shared/lib/ids.ts';

/** What the address of a street's page holds: the period of its facts, and a piece of it; what cannot be read there is left out. */
export const streetSearchSchema = z.object({
  from: daySchema.optional().catch(undefined),
  /** The last day, as people say it. */
  to: daySchema.optional().catch(undefined),
  /** The piece that the page is of; the whole street without one. */
  piece: idSchema.optional().catch(undefined),
});
export type StreetSearch = z.infer<typeof streetSearchSchema>;

/** The period that an address names; null for the last twelve months, also where it names none that can be asked. */
export function periodOf({ from, to }: StreetSearch): StreetProfileQuestion['period'] {
  if (from === undefined || to === undefined) return null;
  const period = { from, to: addDays(to, 1) };
  return isGapPeriod(period) ? period : null;
}
