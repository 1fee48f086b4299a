import { z } from 'zod';

/** Where a stretch is, for who does not know our numbers: see `StretchPlace` of the domain. */
export const stretchPlaceSchema = z.object({
  houses: z.object({ from: z.number().int(), to: z.number().int() }).nullable(),
  crossings: z.array(z.object({ nameNl: z.string(), nameFr: z.string() })).max(2),
});
