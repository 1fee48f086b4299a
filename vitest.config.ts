import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,workbench,electron,loopback,renderer,central,scripts,tests}/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    environment: 'node',
    pool: 'forks',
    // Most of them wait for a disk, a database or another process: one for each processor leaves none idle.
    maxWorkers: '100%',
    testTimeout: 60_000,
    // A database starts slowly where both processors are busy.
    hookTimeout: 60_000,
  },
});
