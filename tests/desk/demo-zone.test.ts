import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createRouterClient } from '@orpc/server';
import { expect, it, onTestFinished, vi } from 'vitest';

import type { WorkbenchClient } from '#shared/contract/contract.ts';
import { makeId } from '#shared/lib/ids.ts';
import { createWorkbench, jsonLinesLog, noKeyStore, systemClock, systemEntropy } from '#workbench';

import { invitationPath, waitForInvitation } from '../../workbench/features/demo/invitation.ts';

const CENTRE = join(import.meta.dirname, '../../scripts/demo-centre/main.ts');
const PATIENCE = { timeout: 120_000, interval: 100 };

/** The centre of `npm start`, as a process of its own, for these desks. @returns its exit code, in time. */
function startCentre(folder: string, desks: readonly string[]): Promise<number | null> {
  const given = desks.flatMap((desk) => ['--desk', desk]);
  const centre = spawn(process.execPath, [CENTRE, '--folder', folder, ...given], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => centre.once('exit', resolve));
  onTestFinished(async () => {
    centre.kill('SIGTERM');
    await ended;
  });
  return ended;
}

async function openDesk(profileDirectory: string, name: string): Promise<WorkbenchClient> {
  const workbench = await createWorkbench({
    clock: systemClock,
    entropy: systemEntropy,
    keyStore: noKeyStore,
    log: jsonLinesLog({ write: () => {} }, systemClock),
    profileDirectory,
    host: 'loopback',
    appVersion: '0.0.0-test',
    demo: true,
  });
  onTestFinished(() => workbench.close());
  const client: WorkbenchClient = createRouterClient(workbench.router);
  const { profiles, demoPassphrase } = await client.desk.state();
  const profile = profiles.find(({ displayName }) => displayName === name);
  await client.desk.unlock({ profileId: profile?.id ?? '', passphrase: demoPassphrase ?? '' });
  return client;
}

const countOf = async (client: WorkbenchClient): Promise<number> =>
  (await client.contacts.list({ filter: {}, cursor: null, limit: 1 })).total;

it('lets two demo desks see each other’s contacts through the demo’s centre', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wijkwerk-zone-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [one, two] = [join(folder, 'desk-1'), join(folder, 'desk-2')];
  void startCentre(join(folder, 'centre'), [one, two]);
  await waitForInvitation(invitationPath(two), AbortSignal.timeout(PATIENCE.timeout));
  // A second start leaves the running one alone: the embedded database bears one process only.
  expect(await startCentre(join(folder, 'centre'), [one])).toBe(3);

  const noor = await openDesk(one, 'Noor Voorbeeld');
  const samir = await openDesk(two, 'Samir Demoen');
  for (const desk of [noor, samir]) {
    await vi.waitFor(async () => {
      expect(await desk.sync.state()).toMatchObject({ connection: 'online', onlyHere: 0 });
      expect(await countOf(desk)).toBeGreaterThan(50);
    }, PATIENCE);
    expect((await desk.sync.state()).needsAttention).toBe(0);
    // What the team did before, as far as either may see it.
    const dossiers = await desk.actions.dossiers({});
    const areas = dossiers.flatMap(({ streets }) => streets).flatMap((one) => one.neighbourhoods);
    expect(areas.map(({ nameNl }) => nameNl)).toContain('Stationswijk');
    expect((await desk.actions.lessons()).length).toBeGreaterThan(2);
    expect((await desk.facts.imports()).some(({ here }) => here > 50)).toBe(true);
  }

  // A street of a neighbourhood that both may see.
  const { rows } = await samir.contacts.list({ filter: {}, cursor: null, limit: 1 });
  const [shared] = rows;
  const id = makeId(Date.now(), systemEntropy.bytes(16));
  await noor.contacts.log({
    id,
    occurredAt: systemClock.now(),
    place: { streetId: shared?.streetId ?? '', houseNumber: '', position: null },
    reason: 'school',
    summary: 'Over de schoolpoort, van bureau tot bureau.',
    next: { step: 'nothing', note: '' },
  });
  await vi.waitFor(async () => {
    expect((await samir.contacts.get({ id })).summary).toContain('van bureau tot bureau');
    expect((await noor.contacts.get({ id })).recordState).toBe('received');
  }, PATIENCE);
}, 300_000);
