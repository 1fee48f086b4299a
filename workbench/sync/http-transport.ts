import type { z } from 'zod';

import type { Id } from '#shared/lib/ids.ts';
import type { EnrolRequest, SessionResponse, SignInRequest } from '#shared/protocol/account.ts';
import { WIRE_ERRORS, type WireErrorCode, wireErrorSchema } from '#shared/protocol/errors.ts';
import { LIMITS } from '#shared/protocol/limits.ts';
import { readPullLine } from '#shared/protocol/pull-line.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { WIRE, type WireEndpoint } from '#shared/protocol/wire.ts';

import type { Clock } from '../ports/ports.ts';
import { CentreError, type CentreTransport, CentreUnreachable } from './centre.ts';
import { type DeskKey, signChallenge } from './desk-key.ts';

export interface HttpCentreOptions {
  /** `https://centre.example`; `http:` only on this machine. */
  readonly address: string;
  readonly deviceId: Id;
  readonly key: DeskKey;
  readonly clock: Clock;
  readonly appVersion: string;
}

export interface HttpCentre extends CentreTransport {
  enrol(
    given: Omit<EnrolRequest, 'deviceId' | 'publicKey' | 'nonce' | 'signature'>,
  ): Promise<SessionResponse>;
  signIn(given: Omit<SignInRequest, 'deviceId' | 'nonce' | 'signature'>): Promise<SessionResponse>;
  /**
   * Calls `poked` once the centre listens for this desk, and whenever it says that something changed;
   * ends when the line does.
   */
  listen(poked: () => void, signal: AbortSignal): Promise<void>;
}

/** How long an answer may let wait for its first byte, in milliseconds. */
const TIMEOUT_MS = 60_000;

/** The centre over HTTP. Tokens are fetched when needed and kept in memory only. */
export function httpCentre(options: HttpCentreOptions): HttpCentre {
  const { deviceId, key } = options;
  requireSafeAddress(options.address);
  let session: SessionResponse | undefined;

  const send = async (
    endpoint: WireEndpoint,
    body: unknown,
    token: string | undefined,
    signal?: AbortSignal,
  ): Promise<Response> => {
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(new URL(endpoint.path, options.address), {
      method: endpoint.method,
      redirect: 'error',
      headers: {
        [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      // A stream lasts as long as it lasts.
      signal: endpoint.form === 'json' ? timeout : (signal ?? null),
    }).catch(() => {
      throw new CentreUnreachable();
    });
    if (!response.ok) throw await errorOf(response);
    return response;
  };
  const ask = async <Schema extends z.ZodType>(
    endpoint: WireEndpoint & { readonly response: Schema },
    body: unknown,
    token?: string,
  ): Promise<z.infer<Schema>> => {
    const response = await send(endpoint, body, token);
    const text: unknown = await response.json().catch(() => undefined);
    const parsed = endpoint.response.safeParse(text);
    if (!parsed.success) throw new CentreUnreachable();
    return parsed.data;
  };
  const signed = async (purpose: 'enrol' | 'sign-in' | 'token') => {
    const { nonce } = await ask(WIRE.challenge, { deviceId });
    return { deviceId, nonce, signature: signChallenge(key, purpose, deviceId, nonce) };
  };
  const tokenOf = async (): Promise<string> => {
    if (session === undefined || session.tokenExpiresAt <= options.clock.now()) {
      const request = { ...(await signed('token')), appVersion: options.appVersion };
      session = await ask(WIRE.token, request);
    }
    return session.token;
  };
  /** A clock that is wrong, or a centre that forgot: one token more, then the answer stands. */
  const withToken = async <Value>(work: (token: string) => Promise<Value>): Promise<Value> => {
    try {
      return await work(await tokenOf());
    } catch (cause) {
      if (!(cause instanceof CentreError) || cause.code !== 'NOT_SIGNED_IN') throw cause;
      session = undefined;
      return work(await tokenOf());
    }
  };

  return {
    async enrol(given) {
      const { publicKey } = key;
      session = await ask(WIRE.enrol, { ...given, ...(await signed('enrol')), publicKey });
      return session;
    },
    async signIn(given) {
      session = await ask(WIRE.signIn, { ...given, ...(await signed('sign-in')) });
      return session;
    },
    push: (request) => withToken((token) => ask(WIRE.push, request, token)),
    async *pull(request, signal) {
      const response = await withToken((token) => send(WIRE.pull, request, token, signal));
      for await (const line of linesOf(response)) {
        const message = readPullLine(line);
        if (message === undefined) throw new CentreUnreachable();
        yield message;
      }
    },
    async listen(poked, signal) {
      const response = await withToken((token) => send(WIRE.pokes, undefined, token, signal));
      for await (const line of linesOf(response)) {
        // What was committed before the centre listened for us, nobody tells: so that is a poke as well.
        if (line.startsWith('data:') || line === ': listening') poked();
      }
    },
  };
}

function requireSafeAddress(address: string): void {
  const { protocol, hostname } = new URL(address);
  const here = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && here)) throw new CentreUnreachable();
}

async function errorOf(response: Response): Promise<CentreError> {
  const parsed = wireErrorSchema.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) return new CentreError('UNKNOWN');
  const { code, ...data } = parsed.data.error;
  return new CentreError(isWireError(code) ? code : 'UNKNOWN', data);
}

function isWireError(code: string): code is WireErrorCode {
  return code in WIRE_ERRORS;
}

/** Lines of a body; a last one that was cut off does not count. */
async function* linesOf(response: Response): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  const chunks = response.body ?? new ReadableStream<Uint8Array>();
  try {
    for await (const chunk of chunks) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > LIMITS.lineCharacters) throw new CentreUnreachable();
      yield* lines.filter((line) => line !== '');
    }
  } catch {
    throw new CentreUnreachable();
  }
}
