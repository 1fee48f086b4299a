import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

import { NONCE_PLACEHOLDER } from '#shared/lib/content-security-policy.ts';

/** What the page consists of; a file of any other kind is not served, wherever it lies. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

/**
 * A path made of plain names. Percent signs and backslashes never occur in our own file names, so
 * no decoding is needed and every encoded trick falls through here; names starting with a dot too.
 */
const PLAIN_PATH = /^(?:\/[A-Za-z0-9_~@-][A-Za-z0-9_.~@-]*)+$/;

export interface StaticFile {
  readonly contentType: string;
  readonly body: Buffer;
}

/**
 * The file of the page at a request target, with the nonce put into HTML; null for everything that
 * is not there, not of a known kind or not really under `root`, without saying which.
 */
export async function readStaticFile(
  root: string,
  target: string,
  nonce: string,
): Promise<StaticFile | null> {
  const path = target.split('?', 1)[0] ?? '';
  const name = path === '/' ? '/index.html' : path;
  const contentType = CONTENT_TYPES[extname(name)];
  if (!PLAIN_PATH.test(name) || contentType === undefined) return null;
  const file = await realFileUnder(root, name);
  if (file === null) return null;
  const body = await readFile(file);
  if (!contentType.startsWith('text/html')) return { contentType, body };
  return { contentType, body: Buffer.from(body.toString().replaceAll(NONCE_PLACEHOLDER, nonce)) };
}

async function realFileUnder(root: string, name: string): Promise<string | null> {
  try {
    const realRoot = await realpath(root);
    const file = await realpath(join(realRoot, name));
    if (!file.startsWith(realRoot + sep)) return null;
    return (await stat(file)).isFile() ? file : null;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP' || code === 'ENAMETOOLONG';
}
