import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { WorkbenchClient } from '#shared/contract/contract.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';
import type { KeyStore } from '#workbench';

import { PASSPHRASE, startTestWorkbench, type TestWorkbench } from '../factories/test-workbench.ts';

const random = seededRandom(9);
const newId = (): string => makeId(1_750_000_000_000, randomBytes(random, 16));
const CANARY = 'kanarie in de back-up';

let here: TestWorkbench;
let elsewhere: TestWorkbench;
/** This desk's system has a key store, the other desk has none: a backup must open all the same. */
const keyStoreHere: KeyStore = {
  available: () => Promise.resolve(true),
  seal: (bytes) => Promise.resolve(bytes.map((byte) => byte ^ 0x5a)),
  unseal: (bytes) => Promise.resolve(bytes.map((byte) => byte ^ 0x5a)),
};

beforeEach(async () => {
  here = await startTestWorkbench({ keyStore: keyStoreHere });
  elsewhere = await startTestWorkbench();
});
afterEach(async () => {
  await here.dispose();
  await elsewhere.dispose();
});

async function madeBackup(client: WorkbenchClient): Promise<Buffer> {
  const { downloadId } = await client.backup.create();
  const parts: Buffer[] = [];
  for (let offset = 0, done = false; !done;) {
    const part = await client.transfers.readDownload({ downloadId, offset });
    parts.push(Buffer.from(part.bytes, 'base64'));
    offset += parts.at(-1)?.length ?? 0;
    done = part.done;
  }
  return Buffer.concat(parts);
}

async function uploaded(client: WorkbenchClient, bytes: Buffer): Promise<string> {
  const { uploadId } = await client.transfers.beginUpload({ fileName: 'b', size: bytes.length });
  for (let offset = 0; offset < bytes.length; offset += 500_000) {
    await client.transfers.appendUpload({
      uploadId,
      offset,
      bytes: bytes.subarray(offset, offset + 500_000).toString('base64'),
    });
  }
  return uploadId;
}

async function fileWithDraft(): Promise<{ client: WorkbenchClient; backup: Buffer }> {
  const client = createRouterClient(here.workbench.router);
  await client.desk.createProfile({ displayName: 'Noor Voorbeeld', passphrase: PASSPHRASE });
  await client.contacts.saveDraft({ id: newId(), form: { summary: CANARY } });
  return { client, backup: await madeBackup(client) };
}

describe('a backup', () => {
  it('opens on another desk with the passphrase, and gives everything back', async () => {
    const { backup } = await fileWithDraft();
    expect(backup.includes(CANARY)).toBe(false);
    const client = createRouterClient(elsewhere.workbench.router);
    const uploadId = await uploaded(client, backup);
    expect(await client.backup.inspect({ uploadId })).toMatchObject({
      displayName: 'Noor Voorbeeld',
      onlyHere: 1,
      replaces: null,
    });
    const state = await client.backup.restore({ uploadId, passphrase: PASSPHRASE, replace: false });
    expect(state.officer?.displayName).toBe('Noor Voorbeeld');
    expect(state.recoveredFromUncleanStop).toBe(false);
    expect(await client.contacts.drafts()).toMatchObject([{ form: { summary: CANARY } }]);
    await client.desk.lock();
    const profileId = state.officer?.profileId ?? '';
    expect((await client.desk.unlock({ profileId, passphrase: PASSPHRASE })).state).toBe(
      'unlocked',
    );
  });

  it('does not open with another passphrase, and then nothing on the desk has changed', async () => {
    const { client, backup } = await fileWithDraft();
    const uploadId = await uploaded(client, backup);
    await expect(
      client.backup.restore({ uploadId, passphrase: 'een andere zin', replace: true }),
    ).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    expect((await client.desk.state()).state).toBe('unlocked');
    expect(await client.contacts.drafts()).toHaveLength(1);
  });

  it('replaces a file of the same officer only when told to, and sets the old one aside', async () => {
    const { client, backup } = await fileWithDraft();
    await client.contacts.saveDraft({ id: newId(), form: { summary: 'later getypt' } });
    const uploadId = await uploaded(client, backup);
    const restore = (replace: boolean) =>
      client.backup.restore({ uploadId, passphrase: PASSPHRASE, replace });
    await expect(restore(false)).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    expect(await client.contacts.drafts()).toHaveLength(2);
    await restore(true);
    expect(await client.contacts.drafts()).toMatchObject([{ form: { summary: CANARY } }]);
    expect((await client.desk.state()).profiles).toHaveLength(1);
  });

  it.each([
    ['a photograph', () => Buffer.from('\u00ff\u00d8\u00ff\u00e0 not a backup'), 'not-a-backup'],
    ['an empty file', () => Buffer.alloc(0), 'not-a-backup'],
    ['a backup cut short', (whole: Buffer) => whole.subarray(0, whole.length - 100), 'cut-short'],
    ['a backup cut in its header', (whole: Buffer) => whole.subarray(0, 60), 'cut-short'],
    [
      'a backup with something behind it',
      (whole: Buffer) => Buffer.concat([whole, whole]),
      'altered',
    ],
    ['a backup with one bit turned', turnOneBit, 'altered'],
    ['a header that claims to be endless', claimEndlessHeader, 'altered'],
  ])('that is %s is refused with a reason', async (_, spoil, reason) => {
    const { backup } = await fileWithDraft();
    const client = createRouterClient(elsewhere.workbench.router);
    const uploadId = await uploaded(client, spoil(backup));
    for (const call of [
      () => client.backup.inspect({ uploadId }),
      () => client.backup.restore({ uploadId, passphrase: PASSPHRASE, replace: true }),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'BACKUP_UNUSABLE', data: { reason } });
    }
    expect((await client.desk.state()).profiles).toEqual([]);
  });
});

function turnOneBit(whole: Buffer): Buffer {
  const spoiled = Buffer.from(whole);
  const at = spoiled.length - 5_000;
  spoiled.writeUInt8(spoiled.readUInt8(at) ^ 1, at);
  return spoiled;
}

function claimEndlessHeader(whole: Buffer): Buffer {
  const spoiled = Buffer.from(whole);
  spoiled.writeUInt32BE(0xffff_fff0, 'WIJKWERK BACKUP 1\n'.length);
  return spoiled;
}
