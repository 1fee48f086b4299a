import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { wireErrorSchema } from '#shared/protocol/errors.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { WIRE, type WireEndpoint } from '#shared/protocol/wire.ts';

import { ASKERS } from '../../../central/access/endpoints.ts';
import {
  type EnrolledDesk,
  startTestServer,
  type TestServer,
} from '../../factories/central-server.ts';
import { openServerStore } from '../open-stores.ts';
import { type PostgresServer, startPostgres } from '../postgres-server.ts';
import { bodiesFor, prepare } from './address-bodies.ts';
import { type AddressName, ASKING, type Asking, endingAt } from './addresses.ts';

/** The tables that what a desk sends ends up in. */
const WRITTEN_BY_DESKS = [
  'desk_sequence',
  'entity_row',
  'operation',
  'quarantine',
  'scope_index',
  'scope_sum',
  'zone_clock',
];
const NAMES = Object.keys(WIRE) as AddressName[];

it('has a row for every address of the wire', () => {
  expect(Object.keys(ASKERS).toSorted()).toEqual(NAMES.toSorted());
});

const postgres = await startPostgres();
if ('missing' in postgres) console.warn(`Not run on a PostgreSQL server: ${postgres.missing}.`);

describe.skipIf('missing' in postgres)('who is let in where, over HTTP on PostgreSQL', () => {
  const running = postgres as PostgresServer;
  let server: TestServer;
  let known: EnrolledDesk;
  let url: string;
  beforeAll(async () => {
    url = await running.createDatabase();
    server = await startTestServer(await openServerStore(url));
    await prepare(server);
    known = await enrolled({ text: 'known', role: 'officer' });
  });
  afterAll(async () => {
    await server.stop();
    await server.zone.centre.store.close();
    await running.dispose();
  });

  const enrolled = async ({ role, shut }: Asking): Promise<EnrolledDesk> => {
    const { zone } = server;
    const { directory } = zone.centre.store;
    const { principal } = await zone.officer(role ?? 'officer', zone.north);
    const desk = await server.enrol(principal.officerId);
    const account = await directory.accountOf(zone.zoneId, desk.officerId);
    if (shut === 'revoked') await directory.revokeDesk(zone.zoneId, desk.deviceId);
    if (shut === 'closed' && account !== undefined) {
      await directory.putAccount(zone.zoneId, { ...account, disabled: true });
    }
    return desk;
  };
  const ending = async (
    { method, path, form, request, response }: WireEndpoint,
    token: string | null,
    body: object,
  ): Promise<string> => {
    const answer = await fetch(server.address + path, {
      method,
      headers: {
        [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(request !== null && { 'content-type': 'application/json' }),
      },
      ...(request !== null && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) return wireErrorSchema.parse(await answer.json()).error.code;
    if (form === 'json') response.parse(await answer.json());
    else await answer.body?.cancel();
    return 'done';
  };

  it('the roles of the database that desks have write nothing of what administration writes', async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ table: string }>(
      `select distinct table_name as table from information_schema.role_column_grants
       where grantee like 'wijkwerk\\_%' and privilege_type <> 'SELECT' order by table_name`,
    );
    await client.end();
    expect(rows.map(({ table }) => table)).toEqual(WRITTEN_BY_DESKS);
  });

  it.each(ASKING)(
    '$text: every address answers as the table says',
    async (asking) => {
      const desk = await enrolled(asking);
      const bodies = await bodiesFor(server, desk, known);
      const found = [];
      for (const name of NAMES) {
        const token = asking.role === null ? null : desk.token;
        found.push([name, await ending(WIRE[name], token, await bodies[name]())]);
      }
      expect(found).toEqual(NAMES.map((name) => [name, endingAt(name, asking)]));
      expect(server.log()).not.toContain('"event":"internal"');
    },
    120_000,
  );
});
