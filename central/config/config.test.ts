import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { ConfigError, readConfig } from './config.ts';

const database = 'postgres://wijkwerk:a-secret@db.example/wijkwerk';

describe('the configuration', () => {
  it('comes from the environment, over a file, over what is usual', () => {
    const folder = mkdtempSync(join(tmpdir(), 'wijkwerk-config-'));
    const path = join(folder, 'central.json');
    writeFileSync(path, JSON.stringify({ database, port: 8_000, leaseDays: 7 }));
    const config = readConfig({
      WIJKWERK_CENTRAL_CONFIG: path,
      WIJKWERK_CENTRAL_PORT: '9000',
      PATH: '/bin',
    });
    expect(config).toMatchObject({ database, port: 9_000, leaseDays: 7, host: '127.0.0.1' });
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['database', {}],
    ['database', { WIJKWERK_CENTRAL_DATABASE: 'mysql://a-secret' }],
    ['WIJKWERK_CENTRAL_PROT', { WIJKWERK_CENTRAL_DATABASE: database, WIJKWERK_CENTRAL_PROT: '1' }],
    ['port', { WIJKWERK_CENTRAL_DATABASE: database, WIJKWERK_CENTRAL_PORT: 'ninety' }],
    ['tlsCertificate', { WIJKWERK_CENTRAL_DATABASE: database, WIJKWERK_CENTRAL_HOST: '0.0.0.0' }],
    ['tlsKey', { WIJKWERK_CENTRAL_DATABASE: database, WIJKWERK_CENTRAL_TLS_CERTIFICATE: 'c.pem' }],
    [
      'oidcClientId',
      {
        WIJKWERK_CENTRAL_DATABASE: database,
        WIJKWERK_CENTRAL_OIDC_ISSUER: 'https://login.example',
      },
    ],
    [
      'oidcIssuer',
      {
        WIJKWERK_CENTRAL_DATABASE: database,
        WIJKWERK_CENTRAL_OIDC_ISSUER: 'http://login.example',
        WIJKWERK_CENTRAL_OIDC_CLIENT_ID: 'desk',
      },
    ],
    ['traceDays', { WIJKWERK_CENTRAL_DATABASE: database, WIJKWERK_CENTRAL_TRACE_DAYS: '0' }],
    ['cannot be read', { WIJKWERK_CENTRAL_CONFIG: '/nowhere/central.json' }],
  ])('says what is wrong about %s, and repeats no secret', (named, environment) => {
    const read = () => readConfig(environment);
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(named);
    expect(read).not.toThrow('a-secret');
  });
});
