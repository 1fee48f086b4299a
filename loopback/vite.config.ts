import { resolve } from 'node:path';

import { defineConfig } from 'vite';

/** For Node: everything bundled but the database, which is native. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    ssr: true,
    outDir: '../out/loopback',
    emptyOutDir: true,
    target: 'node24',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: {
        main: resolve(import.meta.dirname, 'main.ts'),
        'sound-check-worker': resolve(
          import.meta.dirname,
          '../workbench/store/sound-check-worker.ts',
        ),
      },
      // All in one folder: the workbench finds its thread beside itself, whatever part it is in.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true, external: ['better-sqlite3'] },
});
