import { z } from 'zod';

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
};
