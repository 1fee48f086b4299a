import { ipcRenderer } from 'electron';

/*
 * The page asks with a message to its own window and gets one end of a port to the workbench. Nothing
 * else passes here, and nothing is exposed to the page.
 */

let waiting = false;

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.source !== window || event.origin !== window.location.origin) return;
  if (!isWish(event.data) || waiting) return;
  waiting = true;
  ipcRenderer.invoke('workbench:want-port', { version: 1 }).catch((error: unknown) => {
    waiting = false;
    // shows in the page's console and in its tests instead of being lost
    reportError(error);
  });
});

ipcRenderer.on('workbench-port', (event) => {
  waiting = false;
  window.postMessage({ type: 'wijkwerk:port' }, window.location.origin, [...event.ports]);
});

function isWish(data: unknown): boolean {
  return (
    typeof data === 'object' &&
    data !== null &&
    'type' in data &&
    data.type === 'wijkwerk:want-port'
  );
}
