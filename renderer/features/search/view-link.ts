const BEGINNING = 'wijkwerk://app/#/';
const LONGEST = 4_000;
/** A page's path and its search, of the signs that addresses of pages are made of, and no others. */
const ADDRESS = /^(\/(?:[a-z0-9-]+(?:\/[a-z0-9-]+)*)?)(\?[A-Za-z0-9\-._~%&=+,:;@!$'()*[\]{}"]*)?$/;

/** Whether a text means to be the link of a view, right or wrong. */
export function looksLikeViewLink(text: string): boolean {
  return text.trimStart().startsWith('wijkwerk:');
}

/**
 * The address within the application that a shared link leads to (`/contacts?reason=traffic`), or
 * undefined for anything else. Only a page of this application can be meant, and every page checks
 * itself what its address says.
 */
export function readViewLink(text: string): string | undefined {
  const link = text.trim();
  if (link.length > LONGEST || !link.startsWith(BEGINNING)) return undefined;
  const address = link.slice(BEGINNING.length - 1);
  return ADDRESS.test(address) ? address : undefined;
}
