import { z } from 'zod';

import { absencePeriodSchema } from '../domain/people/absence.ts';
import { daySchema } from '../lib/dates.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';

export const neighbourhoodRowSchema = z.object({
  id: idSchema,
  officialId: z.string(),
  nameNl: z.string(),
  nameFr: z.string(),
  /** Whether this desk holds what happened there: the centre gives it whole, or there is no centre. */
  isHeld: z.boolean(),
  /** Streets with a segment in it today. */
  streets: z.number().int(),
  /** Officers who hold its geographic post today. */
  officers: z.array(z.object({ postId: idSchema, officerId: idSchema, displayName: z.string() })),
});
export type NeighbourhoodRow = z.infer<typeof neighbourhoodRowSchema>;

export const absenceRowSchema = absencePeriodSchema.extend({
  officerId: idSchema,
  displayName: z.string(),
  substituteName: z.string(),
  /** Open promises of the officer that this desk knows of. */
  openPromises: z.number().int(),
});
export type AbsenceRow = z.infer<typeof absenceRowSchema>;

export const peopleContract = {
  officers: operation.output(z.array(z.object({ id: idSchema, displayName: z.string() }))),
  /** For those who lead, as what is below: NOT_NOW (not-a-leader). */
  addOfficer: operation
    .input(z.object({ displayName: z.string().trim().min(1).max(80) }))
    .output(z.object({ id: idSchema })),
  neighbourhoods: operation.output(z.array(neighbourhoodRowSchema)),
  /** The officer answers for the neighbourhood from that day on; the same post twice is stored once. */
  assignPost: operation
    .input(z.object({ officerId: idSchema, neighbourhoodId: idSchema, validFrom: daySchema }))
    .output(z.object({ postId: idSchema })),
  /** Ends a post on that day; its history stays. */
  endPost: operation.input(z.object({ postId: idSchema, validTo: daySchema })).output(z.object({})),
  /** Who is away today or later, by first day. */
  absences: operation.output(z.array(absenceRowSchema)),
  /**
   * From the first day to the last, both included, somebody stands in; in place of the period that began on
   * `replaces`. Of oneself, or for those who lead: NOT_NOW (not-a-leader).
   */
  setAbsence: operation
    .input(absencePeriodSchema.extend({ officerId: idSchema, replaces: daySchema.nullable() }))
    .output(z.object({})),
  /** Back today: the period that began on that day ends yesterday, or is gone. Who may is as above. */
  endAbsence: operation
    .input(z.object({ officerId: idSchema, firstDay: daySchema }))
    .output(z.object({})),
};
