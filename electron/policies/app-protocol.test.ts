import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { appScheme, respond } from './app-protocol.ts';

const folder = mkdtempSync(join(tmpdir(), 'wijkwerk-protocol-'));
const root = join(folder, 'renderer');

beforeAll(() => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<meta nonce="__CSP_NONCE__">');
  writeFileSync(join(root, 'assets', 'main-1a2b.js'), 'export {};');
  writeFileSync(join(root, 'assets', 'notes.txt'), 'not part of the page');
  writeFileSync(join(root, '.hidden.js'), 'hidden');
  writeFileSync(join(folder, 'secret.js'), 'outside');
  symlinkSync(join(folder, 'secret.js'), join(root, 'link.js'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function get(url: string, method = 'GET'): Promise<Response> {
  return respond(root, { url, method });
}

describe('the application protocol', () => {
  test('serves the page with a policy and a nonce of its own for each response', async () => {
    const responses = [await get('wijkwerk://app/'), await get('wijkwerk://app/index.html')];
    const nonces = await Promise.all(
      responses.map(async (response) => {
        const nonce = /nonce="([^"]+)"/.exec(await response.text())?.[1] ?? '';
        const policy = response.headers.get('Content-Security-Policy') ?? '';
        expect(response.status).toBe(200);
        expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
        expect(policy).toContain(`default-src 'none'`);
        expect(policy).toContain(`'nonce-${nonce}'`);
        return nonce;
      }),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(nonces[0]?.length).toBeGreaterThanOrEqual(22);
  });

  test('serves a part of the page with its fixed type', async () => {
    const response = await get('wijkwerk://app/assets/main-1a2b.js?v=2');
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(await response.text()).toBe('export {};');
  });

  test.each([
    ['missing', 'wijkwerk://app/missing.js'],
    ['a folder', 'wijkwerk://app/assets'],
    ['a kind that the page does not have', 'wijkwerk://app/assets/notes.txt'],
    ['a hidden file', 'wijkwerk://app/.hidden.js'],
    ['a step up', 'wijkwerk://app/../secret.js'],
    ['an encoded step up', 'wijkwerk://app/%2e%2e/secret.js'],
    ['an encoded slash', 'wijkwerk://app/assets%2f..%2f..%2fsecret.js'],
    ['a backslash', 'wijkwerk://app/assets/..\\..\\secret.js'],
    ['an end of text', 'wijkwerk://app/index.html%00.js'],
    ['a link that leads out', 'wijkwerk://app/link.js'],
    ['a file under a file', 'wijkwerk://app/index.html/main.js'],
    ['another host', 'wijkwerk://other/index.html'],
    ['an absolute path', 'wijkwerk://app//etc/hostname.js'],
  ])('answers 404 without a path to %s', async (_, url) => {
    const response = await get(url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
    expect(response.headers.get('Content-Security-Policy')).toContain(`default-src 'none'`);
  });

  test('only reads', async () => {
    expect((await get('wijkwerk://app/index.html', 'POST')).status).toBe(405);
  });

  test('does not step around the policy of the page', () => {
    expect(appScheme.privileges).not.toHaveProperty('bypassCSP');
    expect(appScheme.privileges).not.toHaveProperty('allowServiceWorkers');
  });
});
