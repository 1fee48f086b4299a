import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';

import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { z } from 'zod';

import type { Id } from '#shared/lib/ids.ts';
import { ADMINISTRATION_WIRE } from '#shared/protocol/administration.ts';
import type { PullMessage } from '#shared/protocol/pull.ts';
import { QUARANTINE_WIRE } from '#shared/protocol/quarantine.ts';
import { WIRE, type WireEndpoint } from '#shared/protocol/wire.ts';

import { JUDGEMENT, type Judgement, type Principal } from '../access/access.ts';
import { type IdentityVerifier, oidcVerifier } from '../accounts/oidc-verifier.ts';
import { signInAt } from '../accounts/sign-in.ts';
import { blobState, getBlob, putBlob } from '../blobs/blobs.ts';
import type { CentralConfig } from '../config/config.ts';
import { CentralError } from '../errors.ts';
import { takePart } from '../parcels/take-part.ts';
import type { Centre } from '../ports.ts';
import { pull } from '../pull/pull.ts';
import { push } from '../push/push.ts';
import { administrationHandlers } from './administration-handlers.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { notHttp } from './not-http.ts';
import { pokeStream } from './poke-stream.ts';
import { Disconnected, lineStream } from './pull-stream.ts';
import { rateLimit } from './rate-limit.ts';
import { bodyOf, principalOf, requireAsker, requireOwnDesk, requireProtocol } from './request.ts';
import { addRunning } from './running.ts';
import { createSeenDesks } from './seen-desks.ts';
import { tellError } from './tell-errors.ts';
import { turnstile } from './turnstile.ts';

export type ServerConfig = Omit<CentralConfig, 'database' | 'connections'>;

export interface CentralServer {
  /** Listens, and says where. */
  listen(): Promise<string>;
  /** Takes no more requests, lets those under way end, and resolves. */
  stop(): Promise<void>;
}

/** How long requests under way may take when the centre stops, in milliseconds. */
const STOP_PATIENCE_MS = 20_000;

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/**
 * The centre's HTTP interface: `WIRE`, and for whoever runs it health, readiness, metrics and description.
 *
 * @param judgement for the test that shows that the second wall holds without the first one.
 */
export function createServer(
  centre: Centre,
  config: ServerConfig,
  appVersion: string,
  judgement: Judgement = JUDGEMENT,
): CentralServer {
  const server = Fastify<Server>({
    trustProxy: config.behindProxy,
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    ...notHttp,
    ...tlsOf(config),
  });
  const metrics = createMetrics();
  const streams = new Set<() => void>();
  let stopping = false;

  let underWay = 0;
  server.addHook('onRequest', async (_request, reply) => {
    underWay += 1;
    // By this a desk tells how far its own clock is off, and how long its lease holds; of streams as well.
    reply.raw.setHeader('date', new Date(centre.clock.now()).toUTCString());
    // Also when the desk goes away in the middle.
    reply.raw.once('close', () => {
      underWay -= 1;
    });
  });
  // Desks speak JSON: a text that is one would only be mistaken for it.
  server.removeContentTypeParser('text/plain');
  limitRequests(server, config);
  server.setErrorHandler((cause, _request, reply) => {
    const { status, body } = tellError(centre, cause);
    const { retryAfterSeconds } = body.error;
    // The same for whoever stands between, and reads no body.
    if (retryAfterSeconds !== undefined) void reply.header('retry-after', retryAfterSeconds);
    return reply.code(status).send(body);
  });
  server.setNotFoundHandler(() => {
    throw new CentralError('NOT_FOUND');
  });
  server.addHook('onSend', async (_request, reply) => {
    void reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
  });
  server.addHook('onResponse', async (request, reply) => {
    const path = request.routeOptions.url ?? 'unknown';
    metrics.request(path, reply.statusCode, reply.elapsedTime / 1_000);
  });

  addDesks(server, centre, metrics, streams, config, judgement);
  addRunning(server, centre, { metrics, appVersion, isStopping: () => stopping });

  return {
    async listen() {
      return server.listen({ host: config.host, port: config.port });
    },
    async stop() {
      stopping = true;
      for (const end of streams) end();
      const closed = server.close();
      // A connection that was opened and never used is not idle to Node, and would hold it for a minute.
      const started = performance.now();
      const look = setInterval(() => {
        const patient = performance.now() - started < STOP_PATIENCE_MS;
        if (underWay === 0 || !patient) server.server.closeAllConnections();
      }, 25);
      await closed.finally(() => clearInterval(look));
    },
  };
}

const yesOrNo = [() => true, () => false] as const;

function tlsOf(config: ServerConfig): object {
  const { tlsCertificate, tlsKey } = config;
  if (tlsCertificate === undefined || tlsKey === undefined) return {};
  return { https: { cert: readFileSync(tlsCertificate), key: readFileSync(tlsKey) } };
}

const ADMINISTERED: ReadonlySet<string> = new Set(
  Object.values({ ...ADMINISTRATION_WIRE, ...QUARANTINE_WIRE }).map(({ path }) => path),
);
function identitiesOf(centre: Centre, config: ServerConfig): IdentityVerifier | undefined {
  const {
    oidcIssuer: issuer,
    oidcClientId: clientId,
    oidcClaim: claim,
    oidcScopes: scopes,
  } = config;
  if (issuer === undefined || clientId === undefined) return undefined;
  return oidcVerifier({ issuer, clientId, claim, scopes }, centre);
}

/** Few attempts to come in, and a bound for everything: before a body is read. */
function limitRequests(server: FastifyInstance<Server>, config: ServerConfig): void {
  const monotonic = (): number => performance.now();
  const all = rateLimit(config.requestsPerMinute, monotonic);
  const attempts = rateLimit(config.attemptsPerMinute, monotonic);
  const administration = rateLimit(config.administrationPerMinute, monotonic);
  const doors: readonly string[] = [
    WIRE.enrol.path,
    WIRE.signIn.path,
    WIRE.oidcEnrol.path,
    WIRE.oidcSignIn.path,
  ];
  server.addHook('onRequest', async (request) => {
    const url = request.routeOptions.url ?? '';
    const wait =
      all.take(request.ip) ||
      (doors.includes(url) ? attempts.take(request.ip) : 0) ||
      (ADMINISTERED.has(url) ? administration.take(request.ip) : 0);
    if (wait > 0) throw new CentralError('TRY_LATER', { retryAfterSeconds: wait });
    if (request.url.startsWith('/v1/') && request.url !== '/v1/openapi.json') {
      requireProtocol(request);
    }
  });
}

function addDesks(
  server: FastifyInstance<Server>,
  centre: Centre,
  metrics: Metrics,
  streams: Set<() => void>,
  config: ServerConfig,
  judgement: Judgement,
): void {
  const { store, clock } = centre;
  const doors = signInAt(centre, config, identitiesOf(centre, config));
  const route = (
    endpoint: Pick<WireEndpoint, 'method' | 'path' | 'bytes'>,
    handler: Handler,
  ): void => {
    const { method, path: url, bytes } = endpoint;
    server.route({ method, url, handler, ...(bytes > 0 && { bodyLimit: bytes }) });
  };

  route(WIRE.challenge, async (request) =>
    doors.challenge(bodyOf(request, WIRE.challenge.request).deviceId),
  );
  route(WIRE.enrol, async (request) => doors.enrol(bodyOf(request, WIRE.enrol.request)));
  route(WIRE.signIn, async (request) => doors.signIn(bodyOf(request, WIRE.signIn.request)));
  route(WIRE.token, async (request) => doors.token(bodyOf(request, WIRE.token.request)));
  route(WIRE.oidcStart, async (request) =>
    doors.oidcStart(bodyOf(request, WIRE.oidcStart.request).deviceId),
  );
  route(WIRE.oidcEnrol, async (request) =>
    doors.oidcEnrol(bodyOf(request, WIRE.oidcEnrol.request)),
  );
  route(WIRE.oidcSignIn, async (request) =>
    doors.oidcSignIn(bodyOf(request, WIRE.oidcSignIn.request)),
  );

  const pushes = turnstile(config.pushesAtOnce);
  const pushed = async (request: FastifyRequest): Promise<unknown> => {
    const principal = await principalOf(centre, request);
    const body = bodyOf(request, WIRE.push.request);
    requireOwnDesk(principal, body.deviceId);
    const answer = await push(centre, principal, body, judgement);
    for (const { outcome } of answer.results) metrics.operations(outcome, 1);
    const { zoneId, deviceId } = principal;
    // What was answered just now waits no longer.
    const waiting = Math.max(0, body.waiting - answer.results.length);
    await store.directory.noteSeen(zoneId, deviceId, clock.now(), waiting);
    return answer;
  };
  route(WIRE.push, (request) => pushes.pass(() => pushed(request)));

  for (const { endpoint, handle } of administrationHandlers(centre)) {
    route(endpoint, async (request) => {
      const principal = await principalOf(centre, request);
      await requireAsker(centre, principal, endpoint.path);
      return handle(principal, (schema) => bodyOf(request, schema));
    });
  }

  const seen = createSeenDesks(centre);
  route(WIRE.pull, async (request, reply) => {
    const principal = await principalOf(centre, request);
    const body = bodyOf(request, WIRE.pull.request);
    requireOwnDesk(principal, body.deviceId);
    await seen(principal);
    const lines = lineStream(reply.raw);
    let rows = 0;
    try {
      const send = (message: PullMessage): Promise<void> => {
        if (message.type === 'row') rows += 1;
        return lines.send(message);
      };
      await pull(centre, principal, body, send, { scopesOf: judgement.scopesOf });
      reply.hijack();
      await lines.end();
    } catch (cause) {
      if (!lines.begun) throw cause;
      // An answer that has begun cannot become an error: it ends without `complete`.
      reply.hijack();
      reply.raw.destroy();
      if (!(cause instanceof Disconnected)) tellError(centre, cause);
    } finally {
      lines.stop();
      metrics.rowsSent(rows);
    }
  });

  const ofOwnDesk = <Schema extends z.ZodType<{ readonly deviceId: Id }>>(
    endpoint: Omit<WireEndpoint, 'request'> & { readonly request: Schema },
    answer: (centre: Centre, principal: Principal, body: z.infer<Schema>) => Promise<unknown>,
  ): void => {
    route(endpoint, async (request) => {
      const principal = await principalOf(centre, request);
      const body = bodyOf(request, endpoint.request);
      requireOwnDesk(principal, body.deviceId);
      return answer(centre, principal, body);
    });
  };
  ofOwnDesk(WIRE.blobState, (...asked) => blobState(...asked, judgement));
  ofOwnDesk(WIRE.blobPut, putBlob);
  ofOwnDesk(WIRE.blobGet, (...asked) => getBlob(...asked, judgement));
  ofOwnDesk(WIRE.parcelPart, (_centre, { zoneId }, part) =>
    takePart(centre, zoneId, part, judgement),
  );

  route(WIRE.pokes, async (request, reply) => {
    const principal = await principalOf(centre, request);
    const { zoneId, expiresAt } = principal;
    await seen(principal);
    reply.hijack();
    metrics.listeners(1);
    const end = pokeStream(store, reply.raw, {
      zoneId,
      mayStay: async () =>
        expiresAt > clock.now() &&
        (await principalOf(centre, request)
          .then(seen)
          .then(...yesOrNo)),
      onEnd: () => {
        streams.delete(end);
        metrics.listeners(-1);
      },
    });
    streams.add(end);
  });
}
