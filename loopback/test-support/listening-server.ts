import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { os } from '@orpc/server';
import type { Mock } from 'vitest';
import { afterEach, beforeEach, vi } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';

import type { LoopbackServer } from '../server.ts';
import { startLoopbackServer } from '../server.ts';
import type { SessionKeeper } from '../token.ts';
import { createSessionKeeper } from '../token.ts';

const router = {
  echo: os.input(z.string()).handler(({ input }) => input),
  ticks: os.handler(async function* () {
    yield 1;
    await sleep(5);
    yield 2;
  }),
};

let folder: string;
/** The server under attack: a new one for each test, on a port of its own. */
export let server: LoopbackServer;
export let sessions: SessionKeeper;
/** What the server wrote to its log. */
export const events: string[] = [];
export const onShow: Mock<() => void> = vi.fn();
export const onWindows: Mock<(connected: number) => void> = vi.fn();
let now = 0;
const openSockets: WebSocket[] = [];

/** Moves the clock of the tokens on. */
export function pass(milliseconds: number): void {
  now += milliseconds;
}

/** Call once in a test file. */
export function useListeningServer(): void {
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'wijkwerk-server-'));
    const page = join(folder, 'page');
    mkdirSync(join(page, 'assets'), { recursive: true });
    writeFileSync(
      join(page, 'index.html'),
      '<meta property="csp-nonce" nonce="__CSP_NONCE__"><p>page</p>',
    );
    writeFileSync(join(page, 'assets/app.js'), 'export {};');
    writeFileSync(join(page, 'assets/app.js.map'), '{}');
    writeFileSync(join(page, '.hidden.js'), 'export {};');
    writeFileSync(join(folder, 'secret.js'), 'secret');
    symlinkSync(join(folder, 'secret.js'), join(page, 'assets/link.js'));
    symlinkSync(folder, join(page, 'up'));
    now = 0;
    events.length = 0;
    vi.clearAllMocks();
    sessions = createSessionKeeper(() => now);
    const log = (event: string) => void events.push(event);
    server = await startLoopbackServer({
      rendererDirectory: page,
      router,
      sessions,
      showSecret: 'show-secret',
      log: { warn: log, error: log },
      port: 0,
      onShow,
      onWindows,
    });
  });

  afterEach(async () => {
    for (const socket of openSockets.splice(0)) socket.terminate();
    await server.close();
    rmSync(folder, { recursive: true });
  });
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export function closeCode(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => socket.on('close', resolve));
}

/** A request with exactly these headers, as any program on this machine can send it. */
export function send(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string | Buffer,
): Promise<Answer> {
  const { hostname, port, host } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    const outgoing = request({
      hostname,
      port,
      method,
      path,
      headers: { host, ...headers },
      agent: false,
    });
    outgoing.on('error', reject);
    outgoing.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
      });
    });
    outgoing.end(body);
  });
}

export function exchange(token: string, headers: Record<string, string> = {}): Promise<Answer> {
  return send(
    'POST',
    '/session',
    { origin: server.origin, 'content-type': 'application/json', ...headers },
    JSON.stringify({ token }),
  );
}

export async function signIn(): Promise<string> {
  const answer = await exchange(sessions.issueLaunchToken());
  return answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

/** 'open', or the HTTP status with which the upgrade was refused. */
export async function upgrade(headers: Record<string, string>, path = '/workbench') {
  const socket = new WebSocket(`${server.origin.replace('http', 'ws')}${path}`, { headers });
  openSockets.push(socket);
  const outcome = await new Promise<'open' | number>((resolve) => {
    socket.on('open', () => {
      resolve('open');
    });
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
    });
    socket.on('error', () => undefined);
  });
  return { socket, outcome };
}

/** Bytes as they are, for what no HTTP client would send. */
export function raw(text: string, patience = 3_000): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.origin);
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.setTimeout(patience, () => socket.destroy(new Error('no answer')));
    socket.on('data', (data: Buffer) => {
      answer += data.toString();
      if (/\r\n\r\n/.test(answer)) socket.end();
    });
    socket.on('error', reject);
    socket.on('close', () => {
      resolve(answer);
    });
    socket.write(text);
  });
}
