import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';
import type { Workbench } from '#workbench';

import { PASSPHRASE, startTestWorkbench, type TestWorkbench } from '../factories/test-workbench.ts';

const random = seededRandom(8);
const newId = (): string => makeId(1_750_000_000_000, randomBytes(random, 16));
const clientOf = (workbench: Workbench) => createRouterClient(workbench.router);
const OTHER = 'zeven eenden op de Dijle';

let desk: TestWorkbench;
beforeEach(async () => {
  desk = await startTestWorkbench();
});
afterEach(() => desk.dispose());

/** Every byte of every file under the profile folder. */
async function everyFile(): Promise<{ name: string; bytes: Buffer }[]> {
  const entries = await readdir(desk.directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async (entry) => {
      const name = join(entry.parentPath, entry.name);
      return { name, bytes: await readFile(name) };
    }),
  );
}

describe('several officers on one desk', () => {
  it('see nothing of one another, on the screen or on the disk', async () => {
    const client = clientOf(desk.workbench);
    const noor = await client.desk.createProfile({
      displayName: 'Noor Voorbeeld',
      passphrase: PASSPHRASE,
    });
    const canary = 'kanarie in de Melkstraat';
    await client.contacts.saveDraft({ id: newId(), form: { summary: canary } });
    await client.desk.lock();
    const samir = await client.desk.createProfile({
      displayName: 'Samir Demoen',
      passphrase: OTHER,
    });
    expect(samir.officer?.displayName).toBe('Samir Demoen');
    expect(await client.contacts.drafts()).toEqual([]);
    expect((await client.people.officers()).map(({ displayName }) => displayName)).toEqual([
      'Samir Demoen',
    ]);
    await client.desk.lock();

    const noorId = noor.officer?.profileId ?? '';
    await expect(
      client.desk.unlock({ profileId: noorId, passphrase: OTHER }),
    ).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    const files = await everyFile();
    expect(files.length).toBeGreaterThan(4);
    for (const { name, bytes } of files) {
      expect(bytes.includes(canary), name).toBe(false);
      expect(bytes.includes(PASSPHRASE), name).toBe(false);
    }
  });

  it('leave nothing about themselves in the log or in the names of folders', async () => {
    const client = clientOf(desk.workbench);
    await client.desk.createProfile({ displayName: 'Noor Voorbeeld', passphrase: PASSPHRASE });
    await client.contacts.saveDraft({ id: newId(), form: { summary: 'kanarie' } });
    await client.desk.lock();
    const [profile] = (await client.desk.state()).profiles;
    await client.desk
      .unlock({ profileId: profile?.id ?? '', passphrase: 'verkeerd' })
      .catch(() => undefined);
    const names = (await everyFile()).map(({ name }) => name).join('\n');
    for (const text of [desk.log(), names])
      expect(text).not.toMatch(/noor|voorbeeld|kanarie|fietsen/i);
    expect(desk.log()).toContain('"event":"wrong-passphrase"');
  });
});

describe('a file', () => {
  it('is found again after a restart, locked', async () => {
    const before = clientOf(desk.workbench);
    await before.desk.createProfile({ displayName: 'Noor Voorbeeld', passphrase: PASSPHRASE });
    await before.contacts.saveDraft({ id: newId(), form: { summary: 'morgen verder' } });
    const after = clientOf(await desk.restart());
    const state = await after.desk.state();
    expect(state).toMatchObject({ state: 'locked', officer: null });
    expect(state.profiles).toMatchObject([{ displayName: 'Noor Voorbeeld', onlyHere: 1 }]);
    await expect(after.contacts.drafts()).rejects.toMatchObject({ code: 'LOCKED' });
    const profileId = state.profiles[0]?.id ?? '';
    const opened = await after.desk.unlock({ profileId, passphrase: PASSPHRASE });
    expect(opened.recoveredFromUncleanStop).toBe(false);
    expect(await after.contacts.drafts()).toMatchObject([{ form: { summary: 'morgen verder' } }]);
  });

  it('opens with the new passphrase only, after a change, and keeps what it held', async () => {
    const client = clientOf(desk.workbench);
    const { officer } = await client.desk.createProfile({
      displayName: 'Noor Voorbeeld',
      passphrase: PASSPHRASE,
    });
    const profileId = officer?.profileId ?? '';
    await client.contacts.saveDraft({ id: newId(), form: { summary: 'blijft' } });
    await expect(
      client.desk.changePassphrase({ current: 'niet deze', next: OTHER }),
    ).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    desk.clock.advance(1_000);
    await expect(
      client.desk.changePassphrase({ current: PASSPHRASE, next: 'kort' }),
    ).rejects.toMatchObject({ code: 'WEAK_PASSPHRASE' });
    await client.desk.changePassphrase({ current: PASSPHRASE, next: OTHER });
    await client.desk.lock();
    await expect(client.desk.unlock({ profileId, passphrase: PASSPHRASE })).rejects.toMatchObject({
      code: 'WRONG_PASSPHRASE',
    });
    desk.clock.advance(1_000);
    await client.desk.unlock({ profileId, passphrase: OTHER });
    expect(await client.contacts.drafts()).toMatchObject([{ form: { summary: 'blijft' } }]);
  });

  it('does not forgive wrong passphrases by a restart', async () => {
    const client = clientOf(desk.workbench);
    const { officer } = await client.desk.createProfile({
      displayName: 'Noor Voorbeeld',
      passphrase: PASSPHRASE,
    });
    const profileId = officer?.profileId ?? '';
    await client.desk.lock();
    await client.desk.unlock({ profileId, passphrase: 'mis' }).catch(() => undefined);
    const again = clientOf(await desk.restart());
    await expect(again.desk.unlock({ profileId, passphrase: PASSPHRASE })).rejects.toMatchObject({
      code: 'TRY_LATER',
    });
  });

  it('with a damaged key file does not keep the other officers out', async () => {
    const client = clientOf(desk.workbench);
    const { officer } = await client.desk.createProfile({
      displayName: 'Noor Voorbeeld',
      passphrase: PASSPHRASE,
    });
    await client.desk.lock();
    await client.desk.createProfile({ displayName: 'Samir Demoen', passphrase: OTHER });
    await client.desk.lock();
    const keyFile = join(desk.directory, 'officers', officer?.profileId ?? '', 'key.json');
    await writeFile(keyFile, '{"version":1');
    const { profiles } = await client.desk.state();
    expect(profiles.map(({ displayName }) => displayName)).toEqual(['Samir Demoen']);
    await expect(
      client.desk.unlock({ profileId: officer?.profileId ?? '', passphrase: PASSPHRASE }),
    ).rejects.toMatchObject({ code: 'FILE_DAMAGED', data: { reason: 'profile' } });
  });
});
