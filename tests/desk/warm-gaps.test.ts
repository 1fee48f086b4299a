import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { createWorkbench, noKeyStore, systemClock, systemEntropy } from '#workbench';

import { buildDesk, PASSPHRASE } from '../bench/desk/build-desk.ts';
import { silentLog } from '../factories/test-store.ts';

const SIZE = 1_000;

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wijkwerk-warm-'));
  await buildDesk(directory, { seed: 1, size: SIZE }, () => undefined);
}, 60_000);
afterEach(() => rm(directory, { recursive: true, force: true }));

/** The workbench itself begins, once the file is open: nobody asked for a map. */
it('reads what the map of feeling and facts counts from after unlocking', async () => {
  const told: { readonly what: string; readonly facts: unknown }[] = [];
  const note = (what: string, data?: object): void => {
    told.push({ what, facts: data && Reflect.get(data, 'facts') });
  };
  const workbench = await createWorkbench({
    clock: systemClock,
    entropy: systemEntropy,
    keyStore: noKeyStore,
    log: { ...silentLog, info: note, warn: note },
    profileDirectory: directory,
    host: 'loopback',
    appVersion: '0.0.0-test',
    demo: false,
  });
  try {
    const { desk } = createRouterClient(workbench.router);
    const [profile] = (await desk.state()).profiles;
    await desk.unlock({ profileId: profile?.id ?? '', passphrase: PASSPHRASE });
    expect(told.map(({ what }) => what)).not.toContain('gaps-warm');
    await vi.waitFor(() => expect(told).toContainEqual({ what: 'gaps-warm', facts: SIZE / 2 }), {
      timeout: 30_000,
      interval: 100,
    });
    await desk.lock();
    expect(told.map(({ what }) => what)).not.toContain('gaps-not-warm');
  } finally {
    await workbench.close();
  }
}, 60_000);
