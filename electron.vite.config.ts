import { resolve } from 'node:path';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/**
 * Everything is bundled but the SQLite add-on, which needs its prebuilt files beside it. Targets are
 * a little older than the Electron that package.json pins, so that a desk may lag behind.
 */
const external = ['electron', 'better-sqlite3', /^node:/];

export default defineConfig({
  main: {
    // Its build for Node declares a `require` of its own, beside the one that electron-vite adds; the other
    // build does the same work, without its worker threads, which nothing here uses.
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      target: 'node20',
      outDir: 'out/electron',
      externalizeDeps: false,
      rolldownOptions: {
        external,
        input: {
          main: resolve('electron/main/main.ts'),
          'workbench-process': resolve('electron/workbench-process.ts'),
          'sound-check-worker': resolve('workbench/store/sound-check-worker.ts'),
        },
        // All in one folder: the workbench finds its thread beside itself, whatever part it is in.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20',
      outDir: 'out/electron/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve('electron/preload/preload.ts') },
        // a sandboxed preload cannot be a module
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir: 'out/renderer',
      emptyOutDir: true,
      // inlined files would be data: addresses, which the policy refuses for anything but images
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      minify: true,
      rolldownOptions: { input: resolve('renderer/index.html') },
    },
  },
});
