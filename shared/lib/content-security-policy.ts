/** Stands in index.html wherever a nonce is needed; the host replaces it in every response. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/**
 * The Content-Security-Policy of the page, the same in both hosts: nothing from elsewhere, no inline
 * script. The interface library injects `<style>` elements, hence a nonce for styles.
 * `nonce` is fresh for each response: 16 random bytes or more in base64url.
 */
export function contentSecurityPolicy(nonce: string): string {
  if (!/^[A-Za-z0-9_-]{22,}$/.test(nonce)) {
    throw new RangeError('A nonce is 16 random bytes or more in base64url.');
  }
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `img-src 'self' blob: data:`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `frame-ancestors 'none'`,
    `form-action 'none'`,
    `base-uri 'none'`,
  ].join('; ');
}
