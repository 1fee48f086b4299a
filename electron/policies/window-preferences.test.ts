import { expect, test } from 'vitest';

import { windowPreferences } from './window-preferences.ts';

test('a window is sandboxed, isolated and without Node', () => {
  expect(windowPreferences('/preload.cjs')).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    navigateOnDragDrop: false,
  });
});

test.each([
  'webSecurity',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'enableBlinkFeatures',
  'additionalArguments',
  'plugins',
])('%s is left alone', (name) => {
  expect(windowPreferences('/preload.cjs')).not.toHaveProperty(name);
});
