import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { makeDeskKey } from '../../workbench/sync/desk-key.ts';
import { httpCentre } from '../../workbench/sync/http-transport.ts';
import { type CentralProcess, runCentral, serveCentral } from './central-process.ts';
import { clock, command, newId, PASSWORD } from './process-desks.ts';

const LONG = 120_000;

let folder: string;
let settings: Readonly<Record<string, string>>;
let centre: CentralProcess | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wijkwerk-embedded-'));
  settings = { DATABASE: `pglite:${join(folder, 'data')}` };
  await command(settings, ['migrate']);
}, LONG);
afterEach(async () => {
  if (centre?.child.exitCode === null) await centre.stop('SIGKILL');
  centre = undefined;
  await rm(folder, { recursive: true });
});

it(
  'is for one process at a time, and keeps what was committed when that one is killed',
  {
    timeout: LONG,
  },
  async () => {
    const { id: zone = '' } = await command(settings, ['zone', 'add', 'Voorbeeldstad']);
    const add = ['account', 'add', zone, 'noor', 'Noor Voorbeeld', 'officer'];
    const { officerId = '' } = await command(settings, add, `${PASSWORD}\n`);
    const { code = '' } = await command(settings, ['code', 'make', zone, 'noor']);
    centre = await serveCentral(settings);
    for (const words of [['zone', 'list'], ['zone', 'add', 'Anders'], ['migrate'], ['serve']]) {
      expect(await runCentral(words, settings)).toEqual({
        code: 3,
        out: '',
        err: 'The centre is running on this database; stop it first.\n',
      });
    }
    const { address } = centre;
    const deviceId = newId();
    const desk = httpCentre({ address, deviceId, key: makeDeskKey(), clock, appVersion: '1.0' });
    await desk.enrol({ code, login: 'noor', password: PASSWORD, officerId, label: 'Desk' });
    await centre.stop('SIGKILL');

    const listed = await runCentral(['desk', 'list', zone], settings);
    expect(listed.code).toBe(0);
    expect(JSON.parse(listed.out)).toMatchObject([{ deviceId }]);
  },
);

it('says in words that it cannot be opened', { timeout: LONG }, async () => {
  await rm(join(folder, 'data/global/pg_control'));
  const { code, out, err } = await runCentral(['zone', 'list'], settings);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(/^The database in \S+ cannot be opened: .*docs\/centre-backup\.md\.\n$/);
});
