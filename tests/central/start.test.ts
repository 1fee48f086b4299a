import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { runCentral } from './central-process.ts';

const LONG = 120_000;

it('names a command that there is none of, above the others', { timeout: LONG }, async () => {
  const { code, err } = await runCentral(['foo', 'bar'], {});
  expect(code).toBe(2);
  expect(err).toMatch(/^There is no such command: foo bar\n\nnpm run central -- COMMAND/);
});

describe('a centre that cannot start', () => {
  it.each([
    [
      'without a database',
      ['serve'],
      {},
      'database (WIJKWERK_CENTRAL_DATABASE): is missing; give postgres://… of a server',
    ],
    [
      'with a setting that there is none of',
      ['serve'],
      { DATABASE: 'pglite:x', PROT: '1' },
      'WIJKWERK_CENTRAL_PROT',
    ],
    [
      'with a certificate that is not there',
      ['serve'],
      { TLS_CERTIFICATE: '/nowhere/cert.pem', TLS_KEY: '/nowhere/key.pem' },
      'tlsCertificate (WIJKWERK_CENTRAL_TLS_CERTIFICATE)',
    ],
    ['on a database that was not migrated', ['serve'], {}, 'the database is of version 0'],
    [
      'without a server of its database',
      ['serve'],
      { DATABASE: 'postgres://centre:geheim@127.0.0.1:1/zone' },
      'The database server at 127.0.0.1:1, database zone, user centre: nothing listens there',
    ],
    [
      'nor be brought up to date without one',
      ['migrate'],
      { DATABASE: 'postgres://centre:geheim@127.0.0.1:1/zone' },
      'nothing listens there (ECONNREFUSED)',
    ],
  ] as const)(
    '%s says what to do',
    async (what, given, settings, said) => {
      const folder = await mkdtemp(join(tmpdir(), 'wijkwerk-start-'));
      const database = what.includes('certificate') || what.includes('migrated');
      const { code, err } = await runCentral(given, {
        ...(database && { DATABASE: `pglite:${folder}` }),
        ...settings,
      });
      expect(code).toBe(1);
      expect(err).toContain(said);
      expect(err).not.toMatch(/ at .*\.ts:\d+/);
      expect(err).not.toContain('geheim');
      await rm(folder, { recursive: true });
    },
    LONG,
  );

  it(
    'where another program listens already says where',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'wijkwerk-start-'));
      const settings = { DATABASE: `pglite:${folder}` };
      expect(await runCentral(['migrate'], settings)).toMatchObject({ code: 0 });
      const other = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      const { port } = other.address() as AddressInfo;
      const { code, err } = await runCentral(['serve'], { ...settings, PORT: String(port) });
      expect(code).toBe(1);
      expect(err).toContain(`Another program listens at 127.0.0.1, port ${port} already.`);
      other.close();
      await rm(folder, { recursive: true });
    },
    LONG,
  );
});
