/** The scheme of the application's own pages; nothing else is ever loaded. */
export const APP_SCHEME = 'wijkwerk';
export const APP_HOST = 'app';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
export const START_PAGE = `${APP_ORIGIN}/index.html`;

/** The address as parsed parts, or null when it is none. */
export function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/** Whether this is an address of the application itself, compared by its parsed parts. */
export function isAppUrl(text: string): boolean {
  const url = parseUrl(text);
  return (
    url !== null &&
    url.protocol === `${APP_SCHEME}:` &&
    url.host === APP_HOST &&
    url.username === '' &&
    url.password === ''
  );
}

/** Whether this names a piece of memory that a page of the application made (`blob:wijkwerk://app/…`). */
export function isAppBlobUrl(text: string): boolean {
  const url = parseUrl(text);
  return url !== null && url.protocol === 'blob:' && isAppUrl(url.pathname);
}
