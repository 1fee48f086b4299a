import type { z } from 'zod';

import { LIMITS } from './limits.ts';

/** An address that takes and gives JSON, for desks with a token. */
export function jsonEndpoint<Request extends z.ZodType, Response extends z.ZodType>(
  path: string,
  summary: string,
  request: Request,
  response: Response,
) {
  return {
    method: 'POST',
    path: `/v1/${path}`,
    summary,
    token: true,
    request,
    response,
    form: 'json',
    bytes: LIMITS.requestBytes,
  } as const;
}
