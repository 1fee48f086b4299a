import { idSchema } from '#shared/lib/ids.ts';

import { contactSearchSchema } from '../views/index.ts';

/** What the map's address holds: that of the list, so that both show the same, and the choice. */
export const mapSearchSchema = contactSearchSchema.extend({
  /** The chosen contact, on the map and in the list alike; what cannot be read chooses none. */
  contact: idSchema.optional().catch(undefined),
});
