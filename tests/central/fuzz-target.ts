import { expect } from 'vitest';

import { WIRE_ERRORS, wireErrorSchema } from '#shared/protocol/errors.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { WIRE, type WireEndpoint } from '#shared/protocol/wire.ts';

import {
  type EnrolledDesk,
  startTestServer,
  type TestServer,
} from '../factories/central-server.ts';
import type { TestDesk } from '../factories/central-zone.ts';
import { contentOf, type DatabaseContent } from './database-content.ts';
import { openServerStore } from './open-stores.ts';
import type { PostgresServer } from './postgres-server.ts';

export const ENDPOINTS = Object.entries(WIRE) as readonly (readonly [
  keyof typeof WIRE,
  WireEndpoint,
])[];
/** Those that take a body. */
export const ASKING = ENDPOINTS.flatMap(([name, endpoint]) =>
  endpoint.request === null ? [] : [[name, { ...endpoint, request: endpoint.request }] as const],
);
export const GUARDED = ENDPOINTS.filter(([, { token }]) => token);

interface Answer {
  readonly status: number;
  /** Empty when it was not refused. */
  readonly code: string;
}

/** A centre on PostgreSQL with two enrolled desks, to be sent bad input. */
export interface FuzzTarget {
  readonly server: TestServer;
  readonly content: DatabaseContent;
  readonly noor: TestDesk;
  readonly desk: EnrolledDesk;
  readonly other: EnrolledDesk;
  /** Sends; fails on anything that is neither an answer nor a code of the catalogue. */
  send(
    endpoint: Pick<WireEndpoint, 'method' | 'path' | 'form'>,
    body: string | undefined,
    token?: string | null,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  /** Sends, and sees that a refusal has left nothing in any table. */
  refusedLeavesNothing: FuzzTarget['send'];
  /** Nothing of what was sent became a defect. */
  expectNoDefect(): void;
  stop(): Promise<void>;
}

export async function fuzzTarget(postgres: PostgresServer): Promise<FuzzTarget> {
  const url = await postgres.createDatabase();
  const server = await startTestServer(await openServerStore(url));
  const content = await contentOf(url);
  const noor = await server.zone.officer('officer', server.zone.north);
  const bert = await server.zone.officer('officer', server.zone.north);
  const desk = await server.enrol(noor.principal.officerId);
  const other = await server.enrol(bert.principal.officerId);

  const send: FuzzTarget['send'] = async (
    { method, path, form },
    body,
    token = desk.token,
    headers = {},
  ) => {
    const response = await fetch(server.address + path, {
      method,
      headers: {
        'wijkwerk-protocol': String(PROTOCOL_VERSION),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body }),
    });
    const { status } = response;
    if (response.ok) {
      // A stream of events has no end of its own.
      await (form === 'events' ? response.body?.cancel() : response.text());
      return { status, code: '' };
    }
    const text = await response.text();
    expect(status, text).toBeLessThan(500);
    const { code } = wireErrorSchema.parse(JSON.parse(text)).error;
    expect(Object.keys(WIRE_ERRORS)).toContain(code);
    return { status, code };
  };

  return {
    server,
    content,
    noor,
    desk,
    other,
    send,
    async refusedLeavesNothing(...given) {
      const before = await content.read();
      const answer = await send(...given);
      if (answer.status >= 400) expect(await content.read()).toEqual(before);
      return answer;
    },
    expectNoDefect: () => expect(server.log()).not.toContain('"event":"internal"'),
    async stop() {
      await server.stop();
      await server.zone.centre.store.close();
      await content.close();
      await postgres.dispose();
    },
  };
}

/** The same body, as from this desk. */
export function from({ deviceId }: EnrolledDesk, body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'deviceId' in body
    ? { ...body, deviceId }
    : body;
}
