import { BrowserWindow, dialog, nativeTheme } from 'electron';

import { START_PAGE } from '../policies/app-url.ts';
import { mayNavigate } from '../policies/navigation.ts';
import { windowPreferences } from '../policies/window-preferences.ts';
import type { Texts } from './texts.ts';

/**
 * Opens one more window on the page. It shows itself when there is something to see. `onNotLoaded`
 * hears why there will be nothing; a window that is closed while it loads is the usual reason.
 */
export function openWindow(
  preload: string,
  texts: Texts,
  trust: (window: BrowserWindow) => void,
  onNotLoaded: (reason: unknown) => void,
): void {
  const window = new BrowserWindow({
    title: 'Wijkwerk',
    width: 1360,
    height: 860,
    minWidth: 480,
    minHeight: 400,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: windowPreferences(preload),
  });
  trust(window);
  const showPage = () => {
    window.loadURL(START_PAGE).catch(onNotLoaded);
  };
  window.once('ready-to-show', () => {
    window.show();
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload();
  });
  // about:blank asks nobody before it replaces a page; it can do nothing, but the officer wants the page
  window.webContents.on('did-navigate', (_event, address) => {
    if (!mayNavigate(address)) showPage();
  });
  window.webContents.on('will-prevent-unload', (event) => {
    if (mayLoseUnkept(window, texts)) event.preventDefault();
  });
  showPage();
}

const STAY = 0;
const CLOSE_ANYWAY = 1;

/** The page objects to its end only while something typed is not kept: a person decides then. */
function mayLoseUnkept(window: BrowserWindow, texts: Texts): boolean {
  const choice = dialog.showMessageBoxSync(window, {
    type: 'warning',
    message: texts.unkeptTitle,
    detail: texts.unkeptDetail,
    buttons: [texts.stay, texts.closeAnyway],
    defaultId: STAY,
    cancelId: STAY,
  });
  return choice === CLOSE_ANYWAY;
}

/** Brings a window to the front, where there is one. */
export function focusAnyWindow(): boolean {
  const window = BrowserWindow.getAllWindows()[0];
  if (window === undefined) return false;
  if (window.isMinimized()) window.restore();
  window.focus();
  return true;
}
