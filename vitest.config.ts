import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,workbench,electron,loopback,renderer,central,scripts,tests}/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    environment: 'node',
    pool: 'forks',
    // Most of them wait for a disk, a database or another process: one for each processor leaves none idle.
    maxWorkers: '100%',
    // Both processors are busy meanwhile: a database starts slowly, and what is waited for comes late. Nothing is measured here.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
