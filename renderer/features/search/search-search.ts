import { z } from 'zod';

import { LONGEST_QUERY } from '#shared/domain/search/search-query.ts';

/** What is looked for, as it stands in the address; a longer text is cut off. */
export const searchSearchSchema = z.object({
  q: z
    .string()
    .transform((text) => text.slice(0, LONGEST_QUERY))
    .catch(''),
});
