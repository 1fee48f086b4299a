import { z } from 'zod';

import { PROTOCOL_HEADER } from '#shared/protocol/version.ts';

import { type DeskKey, makeDeskKey, signChallenge } from '../../../workbench/sync/desk-key.ts';
import { type AskedByDesks, readerOf, type RecordedWire } from './recorded-wire.ts';

/** An answer as that version reads it. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A desk that speaks an older version: it sends what that version knew, and reads by what that version knew. */
export interface OldDesk {
  readonly deviceId: string;
  readonly key: DeskKey;
  /** Throws when the body is none of that version, or when that version cannot read the answer. */
  ask(endpoint: AskedByDesks, body: object): Promise<Answer>;
  /** The lines of a pull, all of them read. */
  pull(body: object): Promise<readonly Answer['body'][]>;
  /** The data of the first poke, when the centre was asked to tell of what changes and `work` changes something. */
  poked(work: () => Promise<unknown>): Promise<unknown>;
  /** What goes with everything that is proved by the desk's own key. */
  signed(purpose: 'enrol' | 'sign-in' | 'token'): Promise<object>;
  /** From now on with this token. */
  come(token: unknown): void;
}

/** @param says the version in the header of each request; that of the wire, but for tests of the header. */
export function oldDesk(
  address: string,
  wire: RecordedWire,
  deviceId: string,
  says = wire.version,
): OldDesk {
  const key = makeDeskKey();
  let token = '';
  const endpointOf = (name: AskedByDesks) => {
    const endpoint = wire.endpoints[name];
    if (endpoint === undefined) throw new Error(`version ${wire.version} has no ${name}`);
    return endpoint;
  };
  const send = async (name: AskedByDesks, body: object | undefined) => {
    const { method, path, request } = endpointOf(name);
    if (request !== null) readerOf(knowingNoMore(request)).parse(body);
    return fetch(new URL(path, address), {
      method,
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(token !== '' && { authorization: `Bearer ${token}` }),
        [PROTOCOL_HEADER]: String(says),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  };
  const reader = (name: AskedByDesks, response: Response) =>
    readerOf(response.ok ? endpointOf(name).response : wire.error);
  const read = (schema: z.ZodType, value: unknown): Answer['body'] =>
    z.record(z.string(), z.unknown()).parse(schema.parse(value));

  const desk: OldDesk = {
    deviceId,
    key,
    async ask(name, body) {
      const response = await send(name, body);
      return {
        status: response.status,
        body: read(reader(name, response), await response.json()),
      };
    },
    async pull(body) {
      const response = await send('pull', body);
      const schema = reader('pull', response);
      const lines = (await response.text()).split('\n').filter((line) => line !== '');
      return lines.map((line) => read(schema, JSON.parse(line)));
    },
    async poked(work) {
      const response = await send('pokes', undefined);
      const schema = reader('pokes', response);
      let text = '';
      for await (const part of response.body ?? []) {
        const before = text;
        text += Buffer.from(part).toString('utf8');
        if (before === '') await work();
        const data = /^data:(.*)\n/m.exec(text)?.[1];
        if (data === undefined) continue;
        return schema.parse(JSON.parse(data));
      }
      throw new Error('no poke came');
    },
    async signed(purpose) {
      const { body } = await desk.ask('challenge', { deviceId });
      const nonce = String(body['nonce']);
      return { deviceId, nonce, signature: signChallenge(key, purpose, deviceId, nonce) };
    },
    come(given) {
      token = String(given);
    },
  };
  return desk;
}

/** The same schema, which lets no field in that the version did not have. */
function knowingNoMore(schema: Readonly<Record<string, z.core.util.JSONType>>) {
  return { ...schema, additionalProperties: false };
}
