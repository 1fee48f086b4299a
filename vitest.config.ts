import { defineConfig } from 'vitest/config';

/** The rooms of the house. Their tests leave nothing behind in a process, so that all of a worker's share one. */
const ROOMS = '{shared,workbench,renderer,central,electron}/**/*.test.ts';

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    // Most of them wait for a disk, a database or another process: one more for every two processors leaves none idle.
    maxWorkers: '150%',
    // Both processors are busy meanwhile: a database starts slowly, and what is waited for comes late. Nothing is measured here.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    projects: [
      // Starting a process and reading the modules anew costs more than most of these tests do.
      { extends: true, test: { name: 'rooms', include: [ROOMS], isolate: false } },
      {
        extends: true,
        test: {
          // They start hosts, servers and processes, and some change what a whole process has.
          name: 'programs',
          include: ['{loopback,scripts,tests}/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'node_modules/**'],
        },
      },
    ],
  },
});
