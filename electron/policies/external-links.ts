import { parseUrl } from './app-url.ts';

/**
 * Hosts whose pages may be opened in the officer's own browser. None so far: a feature that shows a
 * link adds its host here. A string that came out of the data never becomes a command of the system.
 */
export const ALLOWED_HOSTS: ReadonlySet<string> = new Set();

/** Whether a link may leave the application: https, a host of the list, its usual port, no user name. */
export function mayOpenExternally(
  address: string,
  hosts: ReadonlySet<string> = ALLOWED_HOSTS,
): boolean {
  const url = parseUrl(address);
  return (
    url !== null &&
    url.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    hosts.has(url.hostname)
  );
}
