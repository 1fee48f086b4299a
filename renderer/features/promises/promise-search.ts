import { z } from 'zod';

import { promiseFilterSchema } from '#shared/contract/promises.ts';

const { state, ownerId, streetId, from, to } = promiseFilterSchema.shape;

/** The filter as it stands in the address; what cannot be read there does not narrow. */
export const promiseSearchSchema = z.object({
  state: state.catch(undefined),
  ownerId: ownerId.catch(undefined),
  streetId: streetId.catch(undefined),
  from: from.catch(undefined),
  to: to.catch(undefined),
});
export type PromiseSearch = z.infer<typeof promiseSearchSchema>;
