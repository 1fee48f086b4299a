import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import type { WorkbenchClient } from '#shared/contract/contract.ts';
import { type ProviderEvent, providerEventSchema } from '#shared/contract/sync.ts';

import { memoryStore } from '../../central/store/memory/memory-store.ts';
import { startTestServer, type TestServer } from '../factories/central-server.ts';
import { signInAs, startTestProvider, type TestProvider } from '../factories/oidc-provider.ts';
import { PASSPHRASE } from '../factories/test-workbench.ts';
import { type DeskOver, type MakeTransport, startDeskOver } from './desk-over.ts';

const PAGES = { done: 'Aangemeld.', failed: 'Niet aangemeld.' };

/** A desk, a centre that listens, and a real provider of identities. */
export function registerProviderSuite(name: string, open: MakeTransport): void {
  describe(`signing in with the zone’s provider ${name}`, () => {
    let provider: TestProvider;
    let server: TestServer;
    let over: DeskOver;
    let client: WorkbenchClient;
    let place: { address: string; code: string; label: string };
    let login: string;

    beforeAll(async () => {
      provider = await startTestProvider();
    });
    afterAll(() => provider.stop());
    beforeEach(async () => {
      const oidc = { oidcIssuer: provider.issuer, oidcClientId: provider.clientId };
      server = await startTestServer(memoryStore(), { oidc });
      over = await startDeskOver(open);
      client = over.client;
      // The provider's tokens are of today.
      server.zone.clock.set(new Date().toISOString());
      over.desk.clock.set(new Date().toISOString());
      await client.desk.createProfile({ displayName: 'Noor Voorbeeld', passphrase: PASSPHRASE });
      const invitation = await server.invite('officer', server.zone.north);
      ({ login } = invitation);
      const { address, code, label } = invitation;
      place = { address, code, label };
    }, 60_000);
    afterEach(async () => {
      await over.end();
      await server.stop();
    });

    /** Follows it to its end, with somebody at the provider's page. */
    const follow = async (events: AsyncIterable<ProviderEvent>, who: string | null) => {
      const seen: ProviderEvent[] = [];
      for await (const event of events) {
        expect(providerEventSchema.parse(event)).toEqual(event);
        seen.push(event);
        if (event.type === 'waiting' && event.address !== null) {
          void signInAs(event.address, who).catch(() => undefined);
        }
      }
      return seen.at(-1);
    };
    const untilOnline = () =>
      vi.waitFor(
        async () => expect(await client.sync.state()).toMatchObject({ connection: 'online' }),
        { timeout: 20_000, interval: 20 },
      );

    it('is offered, enrols a desk, and signs in again', async () => {
      const { address } = place;
      expect(await client.sync.provider({ address })).toEqual({
        name: new URL(provider.issuer).host,
      });
      await expect(client.sync.provider({ address: null })).rejects.toMatchObject({
        code: 'NOT_ENROLLED',
      });
      const done = await follow(
        await client.sync.enrolByProvider({ ...place, pages: PAGES }),
        login,
      );
      expect(done).toEqual({ type: 'done' });
      await untilOnline();
      const { enrolment } = await client.sync.state();
      expect(enrolment).toMatchObject({ address, login: '', role: 'officer' });
      expect(await client.sync.provider({ address: null })).toEqual({
        name: new URL(provider.issuer).host,
      });

      server.zone.clock.advance(15 * 86_400_000);
      over.desk.clock.advance(15 * 86_400_000);
      await client.sync.now();
      await expect.poll(() => client.sync.state()).toMatchObject({ connection: 'sign-in' });
      // The provider knows of no other day than today.
      for (const clock of [server.zone.clock, over.desk.clock]) clock.set(new Date().toISOString());
      const again = await follow(await client.sync.signInByProvider({ pages: PAGES }), login);
      expect(again).toEqual({ type: 'done' });
    });

    it('says why it did not work, and leaves the desk as it was', async () => {
      const enrol = async (who: string | null) =>
        follow(await client.sync.enrolByProvider({ ...place, pages: PAGES }), who);
      expect(await enrol(null)).toEqual({ type: 'failed', code: 'DENIED' });
      expect(await enrol('stranger')).toEqual({ type: 'failed', code: 'ACCOUNT_UNKNOWN' });
      await provider.stop();
      expect(await enrol(login)).toEqual({ type: 'failed', code: 'PROVIDER_AWAY' });
      await provider.start();
      expect(await client.sync.state()).toMatchObject({ enrolment: null, connection: 'none' });
    });

    it('is called off by whoever asked, and can be begun again', async () => {
      const controller = new AbortController();
      const events = await client.sync.enrolByProvider(
        { ...place, pages: PAGES },
        { signal: controller.signal },
      );
      const { value } = await events.next();
      expect(value).toMatchObject({ type: 'waiting' });
      controller.abort();
      await events.return?.(undefined).catch(() => undefined);
      await server.zone.centre.store.directory.zones();
      expect(await client.sync.state()).toMatchObject({ enrolment: null });
    });

    it('is not offered where the zone has none', async () => {
      await server.stop();
      server = await startTestServer(memoryStore());
      const { address } = server;
      expect(await client.sync.provider({ address })).toEqual({ name: null });
      const last = await follow(
        await client.sync.enrolByProvider({ ...place, address, pages: PAGES }),
        login,
      );
      expect(last).toEqual({ type: 'failed', code: 'NOT_OFFERED' });
    });
  });
}
