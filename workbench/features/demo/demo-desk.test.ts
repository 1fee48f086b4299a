import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { memoryStore } from '../../../central/store/memory/memory-store.ts';
import { startTestServer, type TestServer } from '../../../tests/factories/central-server.ts';
import {
  openTestFile,
  seededEntropy,
  silentLog,
  type TestFile,
} from '../../../tests/factories/test-store.ts';
import { noKeyStore } from '../../adapters/system.ts';
import { openProfiles } from '../session/index.ts';
import { type CentreLink, openCentreLink } from '../sync/index.ts';
import { createDemoDesk, type DemoDesk } from './demo-desk.ts';
import { invitationPath } from './invitation.ts';

let server: TestServer;
let test: TestFile;
let centre: CentreLink;
let demo: DemoDesk;
beforeEach(async () => {
  server = await startTestServer(memoryStore());
  test = await openTestFile();
  await invite(null, 'none yet');
  const profileDirectory = join(test.directory, 'profile');
  demo = await createDemoDesk(
    {
      clock: test.clock,
      entropy: seededEntropy(3),
      keyStore: noKeyStore,
      log: silentLog,
      profileDirectory,
      host: 'loopback',
      appVersion: '0.0.0-test',
      demo: true,
    },
    openProfiles(profileDirectory, silentLog),
  );
  centre = await openCentreLink({
    store: test.store,
    clock: test.clock,
    log: silentLog,
    appVersion: '0.0.0-test',
    announce: () => {},
    arrived: () => {},
  });
});
afterEach(async () => {
  await centre.close();
  await test.dispose();
  await server.stop();
});

/** What the demo's centre leaves beside this desk. */
async function invite(address: string | null, code: string, login = 'noor', password = 'geheim') {
  const guests = [{ officerId: test.store.identity.officerId, login, password, code }];
  await writeFile(
    invitationPath(join(test.directory, 'profile')),
    JSON.stringify({ address, guests }),
  );
}

it('joins the centre of the demo once that is there, whatever it says before', async () => {
  const { address, code, login, password } = await server.invite('officer', server.zone.north);
  const answered: number[] = [];
  const starting = createServer((_request, response) => {
    answered.push(503);
    response.writeHead(503, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: { code: 'UNAVAILABLE' } }), () => {
      // Then nobody listens there any more, and the centre comes back at another port.
      starting.close();
      starting.closeAllConnections();
    });
  });
  await new Promise<void>((resolve) => void starting.listen(0, '127.0.0.1', resolve));
  const { port } = starting.address() as AddressInfo;
  await invite(`http://127.0.0.1:${port}`, code, login, password);
  const joined = demo.join(test.file, centre);
  await expect.poll(() => answered.length, { timeout: 20_000 }).toBe(1);
  await invite(address, code, login, password);
  await joined;
  expect((await centre.state()).enrolment).toMatchObject({ address, login });
  // Known now: nothing is asked again.
  await demo.join(test.file, centre);
});

it('does not insist where the centre says no', async () => {
  const { address, login, password } = await server.invite('officer', server.zone.north);
  await invite(address, 'AAAA-AAAA-AAAA-AAAA', login, password);
  await expect(demo.join(test.file, centre)).rejects.toMatchObject({
    code: 'CENTRE_REFUSED',
    data: { code: 'WRONG_CREDENTIALS' },
  });
});

it('ends when the desk locks while nobody answers', async () => {
  await invite('http://127.0.0.1:1', 'none', 'noor', 'geheim');
  const joined = demo.join(test.file, centre);
  test.abort();
  await expect(joined).rejects.toBeInstanceOf(Error);
  expect((await centre.state()).enrolment).toBeNull();
});
