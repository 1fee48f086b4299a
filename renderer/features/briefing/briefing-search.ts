import { z } from 'zod';

import type { BriefingQuestion } from '#shared/contract/briefing.ts';
import { hoursOf, shiftAt, type ShiftPlan, SHIFTS } from '#shared/domain/briefing/shift.ts';
import { daySchema, type Instant } from '#shared/lib/dates.ts';
import { idSchema } from '#shared/lib/ids.ts';

/** What the address of the sheet holds; what cannot be read there is left to the page. */
export const briefingSearchSchema = z.object({
  day: daySchema.optional().catch(undefined),
  shift: z.enum(SHIFTS).optional().catch(undefined),
  neighbourhoodId: idSchema.optional().catch(undefined),
});
export type BriefingSearch = z.infer<typeof briefingSearchSchema>;

/** The sheet that an address stands for: the shift that runs now where it names none that the zone works by. */
export function questionOf(
  search: BriefingSearch,
  plan: ShiftPlan,
  now: Instant,
): BriefingQuestion {
  const running = shiftAt(plan, now);
  const asked = search.shift;
  return {
    day: search.day ?? running.day,
    shift: asked !== undefined && hoursOf(plan, asked) ? asked : running.shift,
    neighbourhoodId: search.neighbourhoodId ?? null,
  };
}
