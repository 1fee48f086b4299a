import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { oidcNonce, type OidcOffer } from '#shared/protocol/oidc.ts';

import { memoryStore } from '../../central/store/memory/memory-store.ts';
import { type Identify, systemBrowser } from '../../workbench/sync/provider-sign-in.ts';
import { startTestServer, type TestServer } from '../factories/central-server.ts';
import { contactFields, type TestDesk } from '../factories/central-zone.ts';
import { signInAs, startTestProvider, type TestProvider } from '../factories/oidc-provider.ts';

/** Desks, a centre and a real provider of identities; only the browser's window is missing. */
let provider: TestProvider;
let server: TestServer;
let noor: TestDesk;
let login: string;
beforeAll(async () => {
  provider = await startTestProvider();
});
afterAll(() => provider.stop());
beforeEach(async () => {
  const oidc = { oidcIssuer: provider.issuer, oidcClientId: provider.clientId };
  server = await startTestServer(memoryStore(), { oidc });
  // The provider's tokens are of today.
  server.zone.clock.set(new Date().toISOString());
  provider.claims = {};
  noor = await server.zone.officer('officer', server.zone.north);
  login = (await accountOfNoor()).login;
});
afterEach(() => server.stop());

const accountOfNoor = async () => {
  const { zoneId, centre } = server.zone;
  const account = await centre.store.directory.accountOf(zoneId, noor.principal.officerId);
  return account ?? expect.fail('no account');
};
const pages = { done: 'Aangemeld.', failed: 'Niet aangemeld.' };
const browser = (who: string | null, read: (text: string) => void = () => {}): Identify =>
  systemBrowser({
    openAddress: async (address) => void signInAs(address, who).then(read, read),
    pages,
    signal: AbortSignal.timeout(30_000),
    now: () => Date.now(),
  });
const enrol = async (identify: Identify, officerId: string | null = null) => {
  const client = server.client();
  const code = await server.code(noor.principal.officerId);
  const session = await client.centre.enrolByProvider({ code, label: 'Desk 1' }, identify, () =>
    Promise.resolve(officerId),
  );
  return { ...client, code, session };
};

describe('an officer of a zone with a provider of identities', () => {
  it('enrols a desk, works, and signs in again, in the system’s browser', async () => {
    const read = Promise.withResolvers<string>();
    const { centre, deviceId, session } = await enrol(browser(login.toUpperCase(), read.resolve));
    expect(session).toMatchObject({ officerId: noor.principal.officerId, role: 'officer' });
    expect(await read.promise).toBe(pages.done);

    const change = contactFields(session.officerId, server.zone.north);
    const operation = { ...noor.operation({ entity: 'contact', change }), deviceSeq: 1 };
    const answer = await centre.push({
      deviceId,
      epoch: null,
      waiting: 0,
      operations: [operation],
    });
    expect(answer.results).toMatchObject([{ outcome: 'accepted' }]);

    server.zone.clock.advance(60_000);
    const again = await centre.signInByProvider(browser(login));
    expect(again.signedInUntil > session.signedInUntil).toBe(true);
    expect(server.log()).not.toContain(login);
  });

  it('gives the account the id that the file has, as with a password', async () => {
    const { zoneId, centre } = server.zone;
    await centre.store.directory.putAccount(zoneId, { ...(await accountOfNoor()), bound: false });
    const officerId = server.zone.newId();
    expect((await enrol(browser(login), officerId)).session.officerId).toBe(officerId);
    await expect(enrol(browser(login), server.zone.newId())).rejects.toThrow();
  });

  it('is not taken for somebody else, and not let in without an account or with a closed one', async () => {
    const bert = await server.zone.officer('officer', server.zone.north);
    const { zoneId, centre } = server.zone;
    const { directory } = centre.store;
    const other = await directory.accountOf(zoneId, bert.principal.officerId);
    await expect(enrol(browser(other?.login ?? ''))).rejects.toMatchObject({
      code: 'WRONG_CREDENTIALS',
    });
    await expect(enrol(browser('stranger'))).rejects.toMatchObject({ code: 'ACCOUNT_UNKNOWN' });
    const desk = await enrol(browser(login));
    await directory.putAccount(zoneId, { ...(await accountOfNoor()), disabled: true });
    await expect(desk.centre.signInByProvider(browser(login))).rejects.toMatchObject({
      code: 'REVOKED',
    });
  });

  it('who says no at the provider, or calls it off, has changed nothing', async () => {
    const read = Promise.withResolvers<string>();
    await expect(enrol(browser(null, read.resolve))).rejects.toMatchObject({ code: 'DENIED' });
    expect(await read.promise).toBe(pages.failed);

    const stop = new AbortController();
    const called = systemBrowser({
      openAddress: async () => stop.abort(),
      pages,
      signal: stop.signal,
      now: () => Date.now(),
    });
    await expect(enrol(called)).rejects.toMatchObject({ code: 'CANCELLED' });
    const late = systemBrowser({
      openAddress: async () => {},
      pages,
      signal: AbortSignal.timeout(30_000),
      now: () => Date.now() + 86_400_000,
    });
    await expect(enrol(late)).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(await server.zone.centre.store.directory.desks(server.zone.zoneId)).toEqual([]);
  });

  it('is not disturbed by another page that knows the port', async () => {
    const statuses: number[] = [];
    const disturbed = systemBrowser({
      async openAddress(address) {
        const target = new URL(address).searchParams.get('redirect_uri') ?? '';
        for (const query of ['', '?code=x', '?code=x&state=guessed', '?error=access_denied']) {
          statuses.push((await fetch(target + query)).status);
        }
        void signInAs(address, login);
      },
      pages,
      signal: AbortSignal.timeout(30_000),
      now: () => Date.now(),
    });
    await expect(enrol(disturbed)).resolves.toBeDefined();
    expect(statuses).toEqual([404, 404, 404, 404]);
  });
});

describe('a token of the provider', () => {
  const claims = ({ nonce }: OidcOffer, publicKey: string) => ({
    iss: provider.issuer,
    aud: provider.clientId,
    sub: login,
    preferred_username: login,
    nonce: oidcNonce(nonce, publicKey),
    iat: Math.floor(Date.now() / 1_000),
    exp: Math.floor(Date.now() / 1_000) + 600,
  });
  const signed =
    (change: (right: ReturnType<typeof claims>) => object): Identify =>
    (offer, publicKey) =>
      provider.sign({ ...claims(offer, publicKey), ...change(claims(offer, publicKey)) });

  it('opens the door when everything in it is right', async () => {
    await expect(enrol(signed(() => ({})))).resolves.toBeDefined();
  });

  const wrong: readonly (readonly [string, Identify])[] = [
    ['is of another provider', signed(() => ({ iss: 'https://login.example' }))],
    ['is for another client', signed(() => ({ aud: 'another' }))],
    [
      'is for others as well, and made out to one of them',
      signed(({ aud }) => ({ aud: [aud, 'another'], azp: 'another' })),
    ],
    ['is over', signed(({ iat }) => ({ iat: iat - 7_200, exp: iat - 3_600 }))],
    ['does not hold yet', signed(({ iat }) => ({ nbf: iat + 3_600 }))],
    ['never ends', signed(() => ({ exp: undefined }))],
    ['is bound to nothing', signed(() => ({ nonce: undefined }))],
    ['is bound to another key', signed(({ nonce }) => ({ nonce: `${nonce.slice(0, -3)}AAA` }))],
    [
      'was signed by somebody else',
      async (offer, publicKey) => {
        const { privateKey } = await generateKeyPair('RS256');
        return new SignJWT(claims(offer, publicKey))
          .setProtectedHeader({ alg: 'RS256', kid: 'test' })
          .sign(privateKey);
      },
    ],
    [
      'was signed with a secret',
      async (offer, publicKey) =>
        new SignJWT(claims(offer, publicKey))
          .setProtectedHeader({ alg: 'HS256', kid: 'test' })
          .sign(new TextEncoder().encode(provider.clientId.padEnd(32))),
    ],
    [
      'was not signed',
      async (offer, publicKey) => `${new UnsecuredJWT(claims(offer, publicKey)).encode()}AAAA`,
    ],
  ];
  it.each(wrong)('that %s is refused', async (_what, identify) => {
    await expect(enrol(identify)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect(await server.zone.centre.store.directory.desks(server.zone.zoneId)).toEqual([]);
  });

  it('is good once, and for one desk', async () => {
    let kept = '';
    const keep: Identify = async (offer, publicKey) => {
      kept = await signed(() => ({}))(offer, publicKey);
      return kept;
    };
    const { centre } = await enrol(keep);
    const again: Identify = async () => kept;
    await expect(centre.signInByProvider(again)).rejects.toMatchObject({
      code: 'WRONG_CREDENTIALS',
    });
    await expect(enrol(again)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  });

  it('that names nobody is refused, also by an address that the provider has not checked', async () => {
    const nobody = signed(() => ({ preferred_username: undefined }));
    await expect(enrol(nobody)).rejects.toMatchObject({ code: 'ACCOUNT_UNKNOWN' });
    await server.stop();
    const oidc = { oidcIssuer: provider.issuer, oidcClientId: provider.clientId };
    server = await startTestServer(memoryStore(), { oidc: { ...oidc, oidcClaim: 'email' } });
    server.zone.clock.set(new Date().toISOString());
    noor = await server.zone.officer('officer', server.zone.north);
    const unchecked = signed(() => ({ email: login }));
    await expect(enrol(unchecked)).rejects.toMatchObject({ code: 'ACCOUNT_UNKNOWN' });
    const checked = signed(() => ({ email: login, email_verified: true }));
    await expect(enrol(checked)).resolves.toBeDefined();
  });
});

describe('without the provider', () => {
  it('a zone that has none says so', async () => {
    await server.stop();
    server = await startTestServer(memoryStore());
    noor = await server.zone.officer('officer', server.zone.north);
    await expect(enrol(browser(login))).rejects.toMatchObject({ code: 'NOT_OFFERED' });
  });

  it('desk and centre say that it is away, and the code is still good afterwards', async () => {
    const { centre } = server.client();
    const code = await server.code(noor.principal.officerId);
    const given = { code, label: 'Desk 1' };
    const anyone = () => Promise.resolve(null);
    await provider.stop();
    try {
      await expect(centre.enrolByProvider(given, browser(login), anyone)).rejects.toMatchObject({
        code: 'PROVIDER_AWAY',
      });
      const made: Identify = async (offer, publicKey) =>
        provider.sign({ nonce: oidcNonce(offer.nonce, publicKey) });
      await expect(centre.enrolByProvider(given, made, anyone)).rejects.toMatchObject({
        code: 'PROVIDER_AWAY',
      });
    } finally {
      await provider.start();
    }
    await expect(centre.enrolByProvider(given, browser(login), anyone)).resolves.toBeDefined();
  });
});
