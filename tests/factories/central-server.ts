import type { Role } from '#shared/protocol/account.ts';

import type { Judgement } from '../../central/access/access.ts';
import { hashPassword } from '../../central/accounts/passwords.ts';
import { makeCode, plainCode, secretHash } from '../../central/accounts/secrets.ts';
import { createServer, type ServerConfig } from '../../central/http/server.ts';
import type { CentralStore } from '../../central/store/central-store.ts';
import { type DeskKey, makeDeskKey } from '../../workbench/sync/desk-key.ts';
import { type HttpCentre, httpCentre } from '../../workbench/sync/http-transport.ts';
import { makeTestZone, type TestZone } from './central-zone.ts';

export const PASSWORD = 'zes blauwe boten op het kanaal';

export interface EnrolledDesk {
  readonly deviceId: string;
  readonly officerId: string;
  readonly login: string;
  readonly key: DeskKey;
  readonly centre: HttpCentre;
  readonly token: string;
}

export interface TestServer {
  readonly zone: TestZone;
  readonly address: string;
  /** Events logged so far, as JSON. */
  log(): string;
  code(officerId: string): Promise<string>;
  /** A real desk's client for this officer's account, enrolled. */
  enrol(officerId: string): Promise<EnrolledDesk>;
  /** An account of its own, and what its officer types to make a first desk known. */
  invite(role: Role, ...areas: readonly string[]): Promise<Invitation>;
  client(deviceId?: string): { deviceId: string; key: DeskKey; centre: HttpCentre };
  stop(): Promise<void>;
}

export interface Invitation {
  readonly address: string;
  readonly code: string;
  readonly login: string;
  readonly password: string;
  readonly label: string;
}

/** A centre that really listens, on a port of 127.0.0.1, with a zone in it. */
export async function startTestServer(
  store: CentralStore,
  options: {
    readonly seed?: number;
    readonly attemptsPerMinute?: number;
    readonly administrationPerMinute?: number;
    readonly pushesAtOnce?: number;
    readonly port?: number;
    readonly judgement?: Judgement;
    readonly oidc?: Partial<ServerConfig>;
  } = {},
): Promise<TestServer> {
  const zone = await makeTestZone(store, options.seed ?? 50);
  const lines: string[] = [];
  const note = (event: string, facts: object = {}): void => {
    lines.push(JSON.stringify({ event, ...facts }));
  };
  const centre = { ...zone.centre, log: { info: note, warn: note, error: note } };
  const server = createServer(
    centre,
    {
      host: '127.0.0.1',
      port: options.port ?? 0,
      behindProxy: false,
      tokenMinutes: 15,
      leaseDays: 14,
      traceDays: 90,
      oidcClaim: 'preferred_username',
      oidcScopes: 'openid profile',
      ...options.oidc,
      requestsPerMinute: 100_000,
      administrationPerMinute: options.administrationPerMinute ?? 100_000,
      attemptsPerMinute: options.attemptsPerMinute ?? 10_000,
      pushesAtOnce: options.pushesAtOnce ?? 1_000,
    },
    '0.0.0-test',
    options.judgement,
  );
  const address = await server.listen();
  const { directory } = store;

  const test: TestServer = {
    zone,
    address,
    log: () => lines.join('\n'),
    async code(officerId) {
      const code = makeCode(centre.random);
      await directory.addCode({
        codeHash: secretHash(plainCode(code)),
        zoneId: zone.zoneId,
        officerId,
        expiresAt: new Date(Date.parse(zone.clock.now()) + 86_400_000).toISOString(),
      });
      return code;
    },
    async invite(role, ...areas) {
      const { principal } = await zone.officer(role, ...areas);
      const account = await directory.accountOf(zone.zoneId, principal.officerId);
      if (account === undefined) throw new Error('no account');
      const passwordHash = await hashPassword(PASSWORD, new Uint8Array(16));
      await directory.putAccount(zone.zoneId, { ...account, passwordHash, bound: false });
      const code = await test.code(principal.officerId);
      return { address, code, login: account.login, password: PASSWORD, label: 'Desk 1' };
    },
    client(deviceId = zone.newId()) {
      const key = makeDeskKey();
      const { clock } = zone;
      const centre = httpCentre({ address, deviceId, key, clock, appVersion: '1.0' });
      return { deviceId, key, centre };
    },
    async enrol(officerId) {
      const account = await directory.accountOf(zone.zoneId, officerId);
      if (account === undefined) throw new Error('no such account');
      const passwordHash = await hashPassword(PASSWORD, centre.random(16));
      await directory.putAccount(zone.zoneId, { ...account, passwordHash });
      const client = test.client();
      const { token } = await client.centre.enrol({
        code: await test.code(officerId),
        login: account.login,
        password: PASSWORD,
        officerId,
        label: 'Desk 1',
      });
      return { ...client, officerId, login: account.login, token };
    },
    stop: () => server.stop(),
  };
  return test;
}
