import type { WireErrorBody } from '#shared/protocol/errors.ts';

import { CentralError } from '../errors.ts';
import type { Centre } from '../ports.ts';

/** Nobody could have been served: the database is away, or has no connection left. */
const AWAY = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|08|53|57P0)/;

/** The same, where the driver gives no code: a connection that broke, or that none was free in time. */
const AWAY_IN_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/;

/**
 * What a failure becomes on its way to a desk: a code of the catalogue. Of a defect only its kind and a
 * reference are logged, since an error's text may hold what somebody typed.
 */
export function tellError(
  { log, random }: Pick<Centre, 'log' | 'random'>,
  cause: unknown,
): { readonly status: number; readonly body: { readonly error: WireErrorBody } } {
  const error = errorOf(cause);
  if (error !== undefined) {
    return { status: error.status, body: { error: { code: error.code, ...error.data } } };
  }
  const reference = Buffer.from(random(6)).toString('hex');
  const kind = cause instanceof Error ? cause.name : typeof cause;
  log.error('internal', { reference, kind, code: codeOf(cause), at: placeOf(cause) });
  return { status: 500, body: { error: { code: 'INTERNAL', reference } } };
}

function errorOf(cause: unknown): CentralError | undefined {
  if (cause instanceof CentralError) return cause;
  const code = codeOf(cause);
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new CentralError('TOO_LARGE');
  if (AWAY.test(code) || isAwayInWords(cause)) return new CentralError('UNAVAILABLE');
  const status = cause instanceof Error && 'statusCode' in cause ? cause.statusCode : 500;
  // What Fastify refuses by itself: no JSON, another media type, a length that does not fit.
  return typeof status === 'number' && status >= 400 && status < 500
    ? new CentralError('UNREADABLE')
    : undefined;
}

function isAwayInWords(cause: unknown): boolean {
  return cause instanceof Error && AWAY_IN_WORDS.test(cause.message);
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}

/** The first place of our own in the stack, without the message. */
function placeOf(cause: unknown): string {
  const stack = cause instanceof Error ? (cause.stack ?? '') : '';
  return /central\/[\w./-]+:\d+/.exec(stack)?.[0] ?? '';
}
