import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,workbench,electron,loopback,renderer,central,scripts,tests}/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    environment: 'node',
    pool: 'forks',
    testTimeout: 60_000,
  },
});
