import type { WebContents } from 'electron';

/** `<webview>` is off in the preferences of every window; should one attach all the same, it is refused. */
export function refuseWebviews(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}
