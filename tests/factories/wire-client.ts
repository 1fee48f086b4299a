import type { z } from 'zod';

import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import type { WireEndpoint } from '#shared/protocol/wire.ts';

/** How a centre refused: `403 FORBIDDEN`, with the field and the reason where there are some. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Asks a centre as whoever has the token. Throws Refused; an answer must be as the wire says. */
export async function askCentre<Request extends z.ZodType, Response extends z.ZodType>(
  address: string,
  token: string,
  endpoint: WireEndpoint & { readonly request: Request; readonly response: Response },
  body: z.input<Request>,
): Promise<z.infer<Response>> {
  const response = await fetch(new URL(endpoint.path, address), {
    method: endpoint.method,
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
    },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (response.ok) return endpoint.response.parse(answer);
  const { error } = answer as { error: { code: string; field?: string; reason?: string } };
  const parts = [String(response.status), error.code, error.field, error.reason];
  throw new Refused(parts.filter((part) => part !== undefined).join(' '));
}
