import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';

import type { Id } from '#shared/lib/ids.ts';
import {
  OLDEST_PROTOCOL_VERSION,
  PROTOCOL_HEADER,
  PROTOCOL_VERSION,
} from '#shared/protocol/version.ts';

import type { Principal } from '../access/access.ts';
import { mayAsk } from '../access/endpoints.ts';
import { secretHash, zoneOf } from '../accounts/secrets.ts';
import { CentralError } from '../errors.ts';
import type { Centre } from '../ports.ts';
import type { TokenRecord } from '../store/directory.ts';

/** The body as its schema says. Throws INVALID_FIELD, which names the field and never repeats its value. */
export function bodyOf<Schema extends z.ZodType>(
  request: FastifyRequest,
  schema: Schema,
): z.infer<Schema> {
  let parsed: z.ZodSafeParseResult<z.infer<Schema>>;
  try {
    parsed = schema.safeParse(request.body);
  } catch (cause) {
    // Thousands of brackets in one another exhaust the stack before any bound is reached.
    if (cause instanceof RangeError) {
      throw new CentralError('INVALID_FIELD', { field: '', reason: 'too-deep' });
    }
    throw cause;
  }
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CentralError('INVALID_FIELD', {
    field: (issue?.path ?? []).map(String).join('.').slice(0, 200),
    reason: issue?.code ?? 'invalid',
  });
}

/** Throws PROTOCOL_UNSUPPORTED unless the desk speaks a version that this centre does. */
export function requireProtocol(request: FastifyRequest): void {
  const version = Number(request.headers[PROTOCOL_HEADER]);
  if (!(version >= OLDEST_PROTOCOL_VERSION && version <= PROTOCOL_VERSION)) {
    throw new CentralError('PROTOCOL_UNSUPPORTED', { expected: PROTOCOL_VERSION });
  }
}

/** Who asks, by the token of a desk. Throws NOT_SIGNED_IN. */
export async function principalOf(
  { store, clock }: Centre,
  request: FastifyRequest,
): Promise<Principal & Pick<TokenRecord, 'expiresAt'>> {
  const [scheme, secret = ''] = (request.headers.authorization ?? '').split(' ');
  const zone = zoneOf(secret);
  if (scheme !== 'Bearer' || zone === undefined) throw new CentralError('NOT_SIGNED_IN');
  const token = await store.directory.token(zone, secretHash(secret));
  if (token === undefined || token.expiresAt <= clock.now()) {
    throw new CentralError('NOT_SIGNED_IN');
  }
  const { zoneId, officerId, deviceId, expiresAt } = token;
  return { zoneId, officerId, deviceId, expiresAt };
}

/** Before a body is read, so that nobody tries bodies where they are not let in. Throws FORBIDDEN. */
export async function requireAsker(
  { store }: Pick<Centre, 'store'>,
  { zoneId, officerId }: Principal,
  path: string,
): Promise<void> {
  const account = await store.directory.accountOf(zoneId, officerId);
  if (!mayAsk(path, account)) throw new CentralError('FORBIDDEN');
}

/** A token is good for its own desk only. Throws NOT_SIGNED_IN. */
export function requireOwnDesk(principal: Principal, deviceId: Id): void {
  if (principal.deviceId !== deviceId) throw new CentralError('NOT_SIGNED_IN');
}
