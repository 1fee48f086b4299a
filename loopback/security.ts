import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';

import { contentSecurityPolicy } from '#shared/lib/content-security-policy.ts';

/** Why a request is refused before anything looks at what it asks for. */
export type Refusal = 'target' | 'host' | 'origin' | 'foreign-page';

/**
 * Every process of this machine reaches the server, and by DNS rebinding or a cross-site request
 * every web page does. `Host` tells a rebound name, `Origin` a foreign page, the fetch metadata
 * (where a browser sends it) everything else that a foreign page can start.
 * `origin` is the one address of this server: `http://127.0.0.1:<port>`.
 */
export function refusalOf(request: IncomingMessage, origin: string): Refusal | null {
  if (!request.url?.startsWith('/')) return 'target';
  if (!isExactly(request.headersDistinct['host'], new URL(origin).host)) return 'host';
  const reads = request.method === 'GET' || request.method === 'HEAD';
  const sentOrigin = request.headersDistinct['origin'];
  if (!reads || isUpgrade(request) || sentOrigin !== undefined) {
    if (!isExactly(sentOrigin, origin)) return 'origin';
  }
  const site = request.headersDistinct['sec-fetch-site'];
  if (site !== undefined && !isExactly(site, 'same-origin') && !isExactly(site, 'none')) {
    return 'foreign-page';
  }
  return null;
}

function isUpgrade(request: IncomingMessage): boolean {
  return request.headers.upgrade !== undefined;
}

function isExactly(values: readonly string[] | undefined, expected: string): boolean {
  return values?.length === 1 && values[0] === expected;
}

/**
 * The headers of every response. There is no CORS header among them, and nothing is stored by the
 * browser: what the page shows is personal data.
 */
export function securityHeaders(nonce: string): OutgoingHttpHeaders {
  return {
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
    'Permissions-Policy':
      'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), midi=(), payment=(), display-capture=()',
  };
}

/** The cookie's name holds the port, as browsers send cookies to every port of a host. */
export function sessionCookieName(origin: string): string {
  return `wijkwerk-session-${new URL(origin).port}`;
}

export function sessionCookie(origin: string, secret: string): string {
  return `${sessionCookieName(origin)}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
}

/** The session secret that a request carries, or null. */
export function sessionSecretOf(request: IncomingMessage, origin: string): string | null {
  const prefix = `${sessionCookieName(origin)}=`;
  const values = (request.headers.cookie ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(prefix))
    .map((part) => part.slice(prefix.length));
  return values.length === 1 ? (values[0] ?? null) : null;
}
