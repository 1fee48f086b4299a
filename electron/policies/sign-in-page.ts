import { parseUrl } from './app-url.ts';

const HERE: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Whether the page of a provider of identities may be opened in the system's browser: the workbench names
 * it, as the zone's centre told it. A password is typed there, so it speaks TLS, or is on this machine.
 */
export function maySignInAt(address: string): boolean {
  const url = parseUrl(address);
  if (url === null || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && HERE.includes(url.hostname));
}
