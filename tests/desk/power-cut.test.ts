import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { createWorkbench, noKeyStore, systemClock, systemEntropy } from '#workbench';

import { silentLog } from '../factories/test-store.ts';
import { PASSPHRASE } from '../factories/test-workbench.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wijkwerk-power-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** Types drafts as fast as it can and prints the number of each one that was acknowledged. */
function startTyping(): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, 'typing-process.ts'), directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

it('loses nothing that was acknowledged when the process is killed while typing', async () => {
  for (let round = 0; round < 3; round += 1) {
    const typing = startTyping();
    const acknowledged: number[] = [];
    if (!typing.stdout) throw new Error('no output to read');
    const lines = createInterface({ input: typing.stdout });
    lines.on('line', (line) => {
      acknowledged.push(Number(line));
      if (acknowledged.length === 40 + round * 17) typing.kill('SIGKILL');
    });
    await once(typing, 'exit');

    const workbench = await createWorkbench({
      clock: systemClock,
      entropy: systemEntropy,
      keyStore: noKeyStore,
      log: silentLog,
      profileDirectory: directory,
      host: 'loopback',
      appVersion: '0.0.0-test',
      demo: false,
    });
    const client = createRouterClient(workbench.router);
    const [profile] = (await client.desk.state()).profiles;
    let unlocked = false;
    const unlocking = client.desk
      .unlock({ profileId: profile?.id ?? '', passphrase: PASSPHRASE })
      .finally(() => (unlocked = true));
    const seen = new Set<boolean>();
    while (!unlocked) seen.add((await client.desk.state()).checkingFile);
    expect(seen, 'the screen can say that the file is being checked').toContain(true);
    const state = await unlocking;
    expect(state.recoveredFromUncleanStop).toBe(true);
    expect(state.checkingFile).toBe(false);
    const kept = new Set(
      (await client.contacts.drafts()).map(({ form }) => Number(form['number'])),
    );
    for (const number of acknowledged) expect(kept).toContain(number);
    await workbench.close();
  }
});
