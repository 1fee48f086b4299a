import { z } from 'zod';

import { instantSchema } from '../../lib/dates.ts';
import { idSchema } from '../../lib/ids.ts';
import { lastSet } from '../../lib/last-set.ts';
import { type ShiftPlan, shiftPlanSchema, USUAL_SHIFTS } from './shift.ts';

/** The hours of the zone's shifts, as somebody set them: later ones take their place. */
export const shiftHoursFieldsSchema = z.object({
  setAt: instantSchema,
  setById: idSchema,
  begins: shiftPlanSchema,
});
export const shiftHoursSchema = shiftHoursFieldsSchema.extend({ id: idSchema });
export type ShiftHours = z.infer<typeof shiftHoursSchema>;

/** The shifts in force, by those set last; the usual ones where nobody set any. */
export function shiftsNow(set: readonly Pick<ShiftHours, 'id' | 'setAt' | 'begins'>[]): ShiftPlan {
  return lastSet(set)?.begins ?? USUAL_SHIFTS;
}
