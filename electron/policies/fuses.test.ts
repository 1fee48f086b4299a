import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { FuseV1Options } from '@electron/fuses';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const project = join(import.meta.dirname, '..', '..');
const builderFile = join(project, 'electron-builder.yml');

/** The script that electron-builder calls, found as it finds it. */
const { LATER_FUSES, setLaterFuses } = z
  .object({
    LATER_FUSES: z.record(z.string(), z.boolean()),
    setLaterFuses: z.custom<(program: string) => Promise<void>>(),
  })
  .parse(await import(pathToFileURL(join(project, 'scripts/after-pack.mjs')).href));

/** The fuses that @electron/fuses knows, spelled as electron-builder does. */
const knownFuses = Object.keys(FuseV1Options)
  .filter((name) => Number.isNaN(Number(name)))
  .map((name) => name.charAt(0).toLowerCase() + name.slice(1));

/** The safe position of each. A fuse that is not in this list needs a decision. */
const SAFE = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
  wasmTrapHandlers: true,
};

/** What Electron puts before its fuses in every program. */
const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

// electron-builder's own reader and checker, resolved the way electron-builder itself does
const fromBuilder = createRequire(
  createRequire(import.meta.url).resolve('electron-builder/package.json'),
);
const { getConfig, validateConfiguration } = z
  .object({
    getConfig: z.custom<(...given: unknown[]) => Promise<unknown>>(),
    validateConfiguration: z.custom<(...given: unknown[]) => Promise<unknown>>(),
  })
  .parse(fromBuilder('app-builder-lib/out/util/config/config'));

async function readConfiguration() {
  return z
    .looseObject({ electronFuses: z.record(z.string(), z.boolean()), afterPack: z.string() })
    .parse(await getConfig(project, builderFile, null));
}

describe('the installer', () => {
  test('states every fuse that there is, in its safe position', async () => {
    expect(Object.keys(SAFE).toSorted()).toEqual(knownFuses.toSorted());
    expect({ ...(await readConfiguration()).electronFuses, ...LATER_FUSES }).toEqual(SAFE);
  });

  test('sets in the packed program what electron-builder does not know, and nothing else', async () => {
    expect((await readConfiguration()).afterPack).toBe('scripts/after-pack.mjs');
    const directory = mkdtempSync(join(tmpdir(), 'wijkwerk-fuses-'));
    try {
      const program = join(directory, 'wijkwerk');
      // A program as far as fuses go: the mark, the version, how many there are, and their positions.
      const wire = (states: string) => `before${FUSE_MARK}\u0001\u0009${states}after`;
      writeFileSync(program, wire('010011000'), 'latin1');
      await setLaterFuses(program);
      expect(readFileSync(program, 'latin1')).toBe(wire('010011001'));
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });

  test('is described in a form that electron-builder accepts', async () => {
    const configuration = await readConfiguration();
    const debugLogger = { isEnabled: false, add: () => undefined };
    await validateConfiguration(configuration, debugLogger);
    await expect(
      (async () => {
        await validateConfiguration({ ...configuration, noSuchOption: true }, debugLogger);
      })(),
    ).rejects.toThrow('noSuchOption');
  });

  test('is for the whole machine, keeps its code in the checked archive and rebuilds nothing', async () => {
    expect(await readConfiguration()).toMatchObject({
      asar: true,
      npmRebuild: false,
      nsis: { perMachine: true },
      msi: { perMachine: true },
      mac: { hardenedRuntime: true },
    });
  });
});

test('Electron is pinned to one exact version', () => {
  const { devDependencies } = z
    .object({ devDependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')));
  expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/);
});
