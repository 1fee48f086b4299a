import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { promisify } from 'node:util';

import { z } from 'zod';

import { readSmallBody } from './request-body.ts';
import { refusalOf, securityHeaders, sessionCookie, sessionSecretOf } from './security.ts';
import type { MountableRouter } from './socket.ts';
import { createSocketDoor, SOCKET_PATH } from './socket.ts';
import { readStaticFile } from './static-files.ts';
import type { SessionKeeper } from './token.ts';
import { sameSecret } from './token.ts';

const HOST = '127.0.0.1';
const SESSION_PATH = '/session';
/** A second start of this profile asks the running one here to show itself. */
export const SHOW_PATH = '/show';

const sessionSchema = z.strictObject({ token: z.string().max(100) });

/** The part of the workbench's log that this server uses: codes and counts only. */
export interface ServerLog {
  warn(event: string, facts?: Readonly<Record<string, number | boolean | string>>): void;
  error(event: string, facts?: Readonly<Record<string, number | boolean | string>>): void;
}

export interface LoopbackServerOptions {
  /** The folder of the built page. */
  readonly rendererDirectory: string;
  readonly router: MountableRouter;
  readonly sessions: SessionKeeper;
  /** Whoever holds this may ask for a window, and gets nothing by it. */
  readonly showSecret: string;
  readonly log: ServerLog;
  /** 0 takes a free port. */
  readonly port: number;
  onShow(): void;
  /** How many windows are connected, each time that changes. */
  onWindows(connected: number): void;
}

export interface LoopbackServer {
  /** `http://127.0.0.1:<port>`: what Host and Origin must say. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves page and workbench on 127.0.0.1. Rejects when the port is taken. */
export async function startLoopbackServer(options: LoopbackServerOptions): Promise<LoopbackServer> {
  const { sessions, log } = options;
  const sockets = createSocketDoor(options.router, (connected) => {
    options.onWindows(connected);
  });
  sessions.onRevoked((session) => {
    log.warn('session.revoked');
    sockets.closeSession(session);
  });

  const server = createServer({
    maxHeaderSize: 8 * 1024,
    headersTimeout: 5_000,
    requestTimeout: 10_000,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: 1_000,
  });
  let origin = '';

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const nonce = randomBytes(18).toString('base64url');
    for (const [name, value] of Object.entries(securityHeaders(nonce))) {
      if (value !== undefined) response.setHeader(name, value);
    }
    const refusal = refusalOf(request, origin);
    if (refusal !== null) {
      log.warn('request.refused', { reason: refusal });
      finish(response, 403);
      return;
    }
    if (request.method === 'POST' && request.url === SESSION_PATH) {
      await openSession(request, response);
    } else if (request.method === 'POST' && request.url === SHOW_PATH) {
      show(request, response);
    } else if (request.method === 'GET' || request.method === 'HEAD') {
      const file = await readStaticFile(options.rendererDirectory, request.url ?? '', nonce);
      if (file === null) finish(response, 404);
      else {
        response.writeHead(200, {
          'Content-Type': file.contentType,
          'Content-Length': file.body.length,
        });
        response.end(request.method === 'HEAD' ? undefined : file.body);
      }
    } else finish(response, 404);
  }

  async function openSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers['content-type'] !== 'application/json') {
      finish(response, 415);
      return;
    }
    const body = await readSmallBody(request);
    if (body === null) {
      response.setHeader('Connection', 'close');
      finish(response, 413);
      return;
    }
    const parsed = sessionSchema.safeParse(parseJson(body));
    const secret = parsed.success ? sessions.exchange(parsed.data.token) : null;
    if (secret === null) {
      log.warn('session.refused');
      finish(response, parsed.success ? 403 : 400);
      return;
    }
    response.setHeader('Set-Cookie', sessionCookie(origin, secret));
    finish(response, 204);
  }

  function show(request: IncomingMessage, response: ServerResponse): void {
    const given = request.headers.authorization ?? '';
    if (!sameSecret(given, `Bearer ${options.showSecret}`)) {
      finish(response, 403);
      return;
    }
    finish(response, 204);
    options.onShow();
  }

  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      log.error('request.failed', { code: errorCode(error) });
      if (response.headersSent) response.destroy();
      else finish(response, 500);
    });
  });

  server.on('upgrade', (request, stream, head) => {
    // A client that goes away in the middle of a handshake is nobody's failure.
    stream.on('error', () => undefined);
    const refusal = refusalOf(request, origin);
    const session = sessions.find(sessionSecretOf(request, origin) ?? '');
    if (refusal !== null || session === null || request.url !== SOCKET_PATH) {
      log.warn('upgrade.refused', { reason: refusal ?? (session === null ? 'session' : 'path') });
      const status =
        refusal !== null
          ? '403 Forbidden'
          : session === null
            ? '401 Unauthorized'
            : '404 Not Found';
      stream.end(
        `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\nCache-Control: no-store\r\n\r\n`,
      );
      return;
    }
    sockets.accept(request, stream, head, session);
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: HOST, port: options.port, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  origin = `http://${HOST}:${address.port}`;

  return {
    origin,
    async close() {
      const closed = promisify(server.close.bind(server))();
      await sockets.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Ends a response without a body: a refusal says its number and nothing more. */
function finish(response: ServerResponse, status: number): void {
  response.writeHead(status, status === 204 ? {} : { 'Content-Length': 0 });
  response.end();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
