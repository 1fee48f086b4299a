import { readFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { LIMITS } from '#shared/protocol/limits.ts';

import { memoryStore } from '../../central/store/memory/memory-store.ts';
import { getTerritory, publishTerritory, putTerritory } from '../../central/territory/versions.ts';
import { packTerritory, readSummary } from '../../workbench/features/territory/index.ts';
import {
  noteNewest,
  zoneTerritory,
} from '../../workbench/store/repositories/zone-territory-repository.ts';
import type { BlobCentre } from '../../workbench/sync/blobs.ts';
import { createTerritoryFetcher } from '../../workbench/sync/territory/territory-fetcher.ts';
import { makeTestZone } from '../factories/central-zone.ts';
import { isMissing, sharedData } from '../factories/shared-data.ts';
import { type ImportBench, openImportBench } from '../factories/test-imports.ts';
import { openTestFile, silentLog, type TestFile } from '../factories/test-store.ts';

const PATH = 'territory/';
const data = sharedData(PATH);

describe.skipIf(isMissing(PATH))('Real territories, from one desk to another', () => {
  let bench: ImportBench;
  let fresh: TestFile;
  beforeEach(async () => {
    bench = await openImportBench();
    fresh = await openTestFile({ seed: 2 });
  });
  afterEach(async () => {
    await bench.dispose();
    await fresh.dispose();
  });

  it.each([
    [
      'Mechelen',
      [
        'mechelen/gemeenten.geojson',
        'mechelen/wijken.geojson',
        'mechelen/straten_mechelen.csv',
        'mechelen/straten_osm_hoofdnet.geojson',
      ],
    ],
    ['Leuven', ['leuven/straten_leuven.geojson']],
  ])('%s is the same at a desk that never imported', async (_town, paths) => {
    for (const path of paths) {
      await bench.import(path.split('/').at(-1) ?? '', readFileSync(new URL(path, data), 'utf8'));
    }
    const zone = await makeTestZone(memoryStore(), 77);
    const { principal } = await zone.officer('administrator');
    const packed = await packTerritory(bench.store.read, bench.clock.now());
    const { hash, bytes } = packed;
    for (let offset = 0; offset < bytes.length;) {
      const part = bytes.subarray(offset, offset + LIMITS.blobChunkBytes).toString('base64');
      const given = { hash, offset, bytes: part };
      ({ received: offset } = await putTerritory(zone.centre, principal, given));
    }
    const version = await publishTerritory(zone.centre, principal, { hash, follows: 0 });
    expect(version.counts).toEqual(packed.facts.counts);

    await fresh.store.write((handle) => noteNewest(handle, version, fresh.clock.now()));
    const fetcher = createTerritoryFetcher({
      store: fresh.store,
      centre: {
        ask: (_endpoint: unknown, given: { hash: string; offset: number }) =>
          getTerritory(zone.centre, principal, given),
      } as BlobCentre,
      signal: new AbortController().signal,
      log: silentLog,
      progressed: () => {},
      putIn: () => {},
    });
    fetcher.wake();
    await fetcher.idle();
    expect((await zoneTerritory(fresh.store.read)).here?.version).toEqual(version);
    expect(await readSummary(fresh.file)).toEqual(await readSummary(bench.file));
    expect((await packTerritory(fresh.store.read, fresh.clock.now())).hash).toBe(hash);
  });
});
