import type { z } from 'zod';

import type { Id } from '#shared/lib/ids.ts';
import type { EnrolRequest, SessionResponse, SignInRequest } from '#shared/protocol/account.ts';
import type { Seq } from '#shared/protocol/basics.ts';
import { WIRE_ERRORS, type WireErrorCode, wireErrorSchema } from '#shared/protocol/errors.ts';
import { LIMITS } from '#shared/protocol/limits.ts';
import type { OidcOffer } from '#shared/protocol/oidc.ts';
import { pokeSchema } from '#shared/protocol/pull.ts';
import { readPullLine } from '#shared/protocol/pull-line.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { WIRE, type WireEndpoint } from '#shared/protocol/wire.ts';

import type { Clock } from '../ports/ports.ts';
import { CentreError, type CentreTransport, CentreUnreachable } from './centre.ts';
import { type DeskKey, signChallenge } from './desk-key.ts';
import { openWatch, PATIENCE, type Patience, patienceForPush, type Watch } from './patience.ts';
import type { Identify } from './provider-sign-in.ts';

export interface HttpCentreOptions {
  /** `https://centre.example`; `http:` only on this machine. */
  readonly address: string;
  readonly deviceId: Id;
  readonly key: DeskKey;
  readonly clock: Clock;
  readonly appVersion: string;
  /** Told each time the centre has said who this desk and its officer are to it. */
  readonly onSession?: (session: SessionResponse) => void;
  /** For tests, which have less of it. */
  readonly patience?: Patience;
}

export interface HttpCentre extends CentreTransport {
  /** Asks with the desk's token. Throws CentreError or CentreUnreachable. */
  ask<Endpoint extends JsonEndpoint>(
    endpoint: Endpoint,
    body: z.input<NonNullable<Endpoint['request']>>,
  ): Promise<z.infer<Endpoint['response']>>;
  /** How far this clock was ahead of the centre's at its last answer, in seconds; null before it. */
  clockAheadSeconds(): number | null;
  enrol(
    given: Omit<EnrolRequest, 'deviceId' | 'publicKey' | 'nonce' | 'signature' | 'appVersion'>,
  ): Promise<SessionResponse>;
  signIn(given: Omit<SignInRequest, 'deviceId' | 'nonce' | 'signature'>): Promise<SessionResponse>;
  /** Where officers sign in. Throws CentreError (NOT_OFFERED), CentreUnreachable. */
  provider(): Promise<OidcOffer>;
  /** As `enrol` and `signIn`, with the zone's provider of identities in place of a password. */
  enrolByProvider(
    given: Pick<EnrolRequest, 'code' | 'label'>,
    identify: Identify,
    /** Asked once the officer is identified: until then there is time to write. */
    officerOf: () => Promise<EnrolRequest['officerId']>,
  ): Promise<SessionResponse>;
  signInByProvider(identify: Identify): Promise<SessionResponse>;
  /**
   * Calls `poked` once the centre listens for this desk, and with the number of the commit whenever
   * something changed; ends when the line does.
   */
  listen(poked: (commit?: Seq) => void, signal: AbortSignal): Promise<void>;
}

/** An address that answers with one JSON value. */
export type JsonEndpoint = WireEndpoint & { readonly form: 'json' };

/** How long a request that asks much of the centre may take to be answered, in milliseconds. */
const TIMEOUT_MS = 60_000;

/** The centre over HTTP. Tokens are fetched when needed and kept in memory only. */
export function httpCentre(options: HttpCentreOptions): HttpCentre {
  const { deviceId, key, patience = PATIENCE } = options;
  requireSafeAddress(options.address);
  let session: SessionResponse | undefined;
  let clockAhead: number | null = null;

  const come = (answered: SessionResponse): SessionResponse => {
    session = answered;
    options.onSession?.(answered);
    return answered;
  };
  const send = async (
    endpoint: WireEndpoint,
    body: string | undefined,
    token: string | undefined,
    signal: AbortSignal,
  ): Promise<Response> => {
    const response = await fetch(new URL(endpoint.path, options.address), {
      method: endpoint.method,
      redirect: 'error',
      headers: {
        [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body }),
      signal,
    }).catch(() => {
      throw new CentreUnreachable();
    });
    const theirs = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(theirs)) {
      clockAhead = Math.round((Date.parse(options.clock.now()) - theirs) / 1_000);
    }
    if (!response.ok) throw await errorOf(response);
    return response;
  };
  const ask = async <Endpoint extends WireEndpoint>(
    endpoint: Endpoint,
    body: unknown,
    {
      token,
      timeout = TIMEOUT_MS,
    }: { readonly token?: string; readonly timeout?: number | ((bytes: number) => number) } = {},
  ): Promise<z.infer<Endpoint['response']>> => {
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const until = typeof timeout === 'number' ? timeout : timeout(sent?.length ?? 0);
    const response = await send(endpoint, sent, token, AbortSignal.timeout(until));
    const text: unknown = await response.json().catch(() => undefined);
    const parsed = endpoint.response.safeParse(text);
    if (!parsed.success) throw new CentreUnreachable();
    return parsed.data as z.infer<Endpoint['response']>;
  };
  const soon = { timeout: patience.firstByte };
  const signed = async (purpose: 'enrol' | 'sign-in' | 'token') => {
    const { nonce } = await ask(WIRE.challenge, { deviceId }, soon);
    return { deviceId, nonce, signature: signChallenge(key, purpose, deviceId, nonce) };
  };
  const identified = async (purpose: 'oidc-enrol' | 'oidc-sign-in', identify: Identify) => {
    const offer = await ask(WIRE.oidcStart, { deviceId });
    const idToken = await identify(offer, key.publicKey);
    const { nonce } = offer;
    return { deviceId, idToken, nonce, signature: signChallenge(key, purpose, deviceId, nonce) };
  };
  /** What a desk says of itself when it becomes known. */
  const enrolled = { publicKey: key.publicKey, appVersion: options.appVersion };
  const tokenOf = async (): Promise<string> => {
    if (session === undefined || session.tokenExpiresAt <= options.clock.now()) {
      const request = { ...(await signed('token')), appVersion: options.appVersion };
      return come(await ask(WIRE.token, request, soon)).token;
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

  /** The lines of an answer as they come; it lasts as long as it lasts, and is never silent for longer than `silence`. */
  async function* stream(
    endpoint: WireEndpoint,
    body: unknown,
    silence: number,
    signal: AbortSignal,
  ): AsyncGenerator<readonly string[]> {
    const watch = openWatch(signal);
    const sent = body === undefined ? undefined : JSON.stringify(body);
    try {
      const response = await withToken((token) =>
        watch.within(patience.firstByte, send(endpoint, sent, token, watch.signal)),
      );
      yield* linesOf(response, watch, silence);
    } finally {
      watch.close();
    }
  }

  return {
    async enrol(given) {
      const proof = await signed('enrol');
      return come(await ask(WIRE.enrol, { ...given, ...proof, ...enrolled }));
    },
    async signIn(given) {
      return come(await ask(WIRE.signIn, { ...given, ...(await signed('sign-in')) }));
    },
    provider: () => ask(WIRE.oidcStart, { deviceId }),
    async enrolByProvider(given, identify, officerOf) {
      const proof = await identified('oidc-enrol', identify);
      const request = { ...given, ...proof, ...enrolled, officerId: await officerOf() };
      return come(await ask(WIRE.oidcEnrol, request));
    },
    async signInByProvider(identify) {
      return come(await ask(WIRE.oidcSignIn, await identified('oidc-sign-in', identify)));
    },
    ask: (endpoint, body) => withToken((token) => ask(endpoint, body, { token })),
    clockAheadSeconds: () => clockAhead,
    push: (request) =>
      withToken((token) =>
        ask(WIRE.push, request, { token, timeout: (bytes) => patienceForPush(bytes, patience) }),
      ),
    async *pull(request, signal) {
      for await (const lines of stream(WIRE.pull, request, patience.part, signal)) {
        for (const line of lines) {
          const message = readPullLine(line);
          if (message === undefined) throw new CentreUnreachable();
          yield message;
        }
      }
    },
    async listen(poked, signal) {
      for await (const lines of stream(WIRE.pokes, undefined, patience.heartbeat, signal)) {
        for (const line of lines) {
          // What was committed before the centre listened for us, nobody tells: so that is a poke too.
          if (line === ': listening') poked();
          else if (line.startsWith('data:')) poked(commitOf(line.slice('data:'.length)));
        }
      }
    },
  };
}

/** Undefined for what is no poke of ours: it is one nevertheless. */
function commitOf(text: string): Seq | undefined {
  try {
    return pokeSchema.safeParse(JSON.parse(text)).data?.seq;
  } catch {
    return undefined;
  }
}

function requireSafeAddress(address: string): void {
  const { protocol, hostname } = new URL(address);
  const here = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && here)) throw new CentreUnreachable();
}

async function errorOf(response: Response): Promise<CentreError> {
  const parsed = wireErrorSchema.safeParse(await response.json().catch(() => undefined));
  // Also what stands before the centre may say when to come back, and it knows no codes.
  const header = response.headers.get('retry-after') ?? '';
  const told = /^\d{1,6}$/.test(header) ? { retryAfterSeconds: Number(header) } : {};
  if (!parsed.success) return new CentreError('UNKNOWN', told);
  const { code, ...data } = parsed.data.error;
  return new CentreError(isWireError(code) ? code : 'UNKNOWN', { ...told, ...data });
}

function isWireError(code: string): code is WireErrorCode {
  return code in WIRE_ERRORS;
}

/** Lines of a body; a last one that was cut off does not count. */
async function* linesOf(
  response: Response,
  watch: Watch,
  silence: number,
): AsyncGenerator<readonly string[]> {
  const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const part = await watch.within(silence, reader.read()).catch(() => {
      throw new CentreUnreachable();
    });
    if (part.done) return;
    const lines = (rest + decoder.decode(part.value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LIMITS.lineCharacters) throw new CentreUnreachable();
    yield lines.filter((line) => line !== '');
  }
}
