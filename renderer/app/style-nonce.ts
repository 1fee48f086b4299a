/** The nonce that the host put into the page, for the `<style>` elements our libraries make. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/**
 * react-remove-scroll (under Mantine's dialogs) reads the nonce from this global, as webpack's pages
 * have it; there is no other way in.
 */
export function shareStyleNonce(): void {
  Object.defineProperty(globalThis, '__webpack_nonce__', { value: styleNonce() });
}
