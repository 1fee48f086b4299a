import { randomBytes } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

import type { CustomScheme, Session } from 'electron';

import { contentSecurityPolicy, NONCE_PLACEHOLDER } from '#shared/lib/content-security-policy.ts';

import { APP_SCHEME, isAppUrl, parseUrl } from './app-url.ts';

/**
 * What the scheme may do: be an origin with its own storage, in a secure context, with fetch. It may
 * not step around the Content-Security-Policy, and it has no service worker.
 */
export const appScheme: CustomScheme = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

/** What the page consists of; a file of any other kind is not served, wherever it lies. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

/**
 * Plain names only. Our own files have no percent sign and no backslash in their names, so nothing
 * is decoded and every encoded trick ends here; so do names that begin with a dot.
 */
const PLAIN_PATH = /^(?:\/[A-Za-z0-9_~@-][A-Za-z0-9_.~@-]*)+$/;

/** Serves the built page out of `root` in this session, and nothing else. */
export function serveApp(session: Session, root: string): void {
  session.protocol.handle(APP_SCHEME, (request) => respond(root, request));
}

/** The answer to one request; every refusal looks the same and names no path. */
export async function respond(
  root: string,
  request: Pick<Request, 'url' | 'method'>,
): Promise<Response> {
  const nonce = randomBytes(18).toString('base64url');
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, nonce);
  const path = isAppUrl(request.url) ? parseUrl(request.url)?.pathname : undefined;
  if (path === undefined) return refusal(404, nonce);
  const name = path === '/' ? '/index.html' : path;
  const contentType = CONTENT_TYPES[extname(name)];
  if (contentType === undefined || !PLAIN_PATH.test(name)) return refusal(404, nonce);
  const file = await realFileUnder(root, name);
  if (file === null) return refusal(404, nonce);
  const body = await readFile(file);
  const headers = { ...securityHeaders(nonce), 'Content-Type': contentType };
  if (!name.endsWith('.html')) return new Response(new Uint8Array(body), { headers });
  return new Response(body.toString().replaceAll(NONCE_PLACEHOLDER, nonce), { headers });
}

function refusal(status: 404 | 405, nonce: string): Response {
  return new Response(null, { status, headers: securityHeaders(nonce) });
}

function securityHeaders(nonce: string): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
}

/** The file with all links followed, or null when it is missing or lies outside `root`. */
async function realFileUnder(root: string, name: string): Promise<string | null> {
  try {
    const realRoot = await realpath(root);
    const file = await realpath(join(realRoot, name));
    if (!file.startsWith(realRoot + sep)) return null;
    return (await stat(file)).isFile() ? file : null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return null;
    throw error;
  }
}
