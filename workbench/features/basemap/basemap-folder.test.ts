import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { makeId } from '#shared/lib/ids.ts';

import { isMissing, sharedData } from '../../../tests/factories/shared-data.ts';
import { makeSmallBasemap } from '../../../tests/factories/small-basemap.ts';
import { manualClock, seededEntropy } from '../../../tests/factories/test-store.ts';
import { type BasemapFolder, openBasemapFolder } from './basemap-folder.ts';

/** A real file of the makers of the format: one tile with one square at 0 to 1 degrees. */
const PATH = 'territory/osm/box1degree.pmtiles';
const REAL = sharedData(PATH);
const SMALL = makeSmallBasemap(
  [4.4, 51],
  '<a href="https://example.org">&copy; Voorbeeldkaart</a>',
);
/** Where the header of the format says it: specification 3.6, section 3. */
const AT = {
  version: 7,
  rootLength: 16,
  tileLength: 64,
  tileEntries: 80,
  tileCompression: 98,
  tileType: 99,
  minLongitude: 102,
};

let directory: string;
let folder: BasemapFolder;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wijkwerk-basemap-'));
  folder = open();
});
afterEach(() => rm(directory, { recursive: true, force: true }));

function open(seed = 3): BasemapFolder {
  const entropy = seededEntropy(seed);
  const clock = manualClock();
  const newId = () => makeId(Date.parse(clock.now()), entropy.bytes(16));
  return openBasemapFolder(join(directory, 'basemap'), clock, newId);
}

async function upload(content: Uint8Array, fileName = 'zone.pmtiles') {
  const path = join(directory, 'upload');
  await writeFile(path, content);
  return { path, fileName, size: content.length };
}

async function altered(change: (bytes: Buffer) => Uint8Array) {
  return upload(change(Buffer.from(SMALL)));
}

describe('the background map of a desk', () => {
  it('is taken in, read, and still there after a restart', async () => {
    expect(await folder.current()).toBeNull();
    const adopted = await folder.adopt(await upload(SMALL));
    expect(adopted).toMatchObject({
      fileName: 'zone.pmtiles',
      size: SMALL.length,
      minZoom: 10,
      maxZoom: 10,
      layers: ['earth', 'landuse', 'water', 'roads'],
      attribution: '© Voorbeeldkaart',
    });
    const again = open(4);
    expect(await again.current()).toEqual(adopted);
    const part = await again.read({ id: adopted.id, offset: 300, length: 5_000 });
    expect(Buffer.from(part.bytes, 'base64')).toEqual(SMALL.subarray(300));
  });

  it('is replaced as a whole, and removed', async () => {
    const first = await folder.adopt(await upload(SMALL));
    const second = await folder.adopt(await upload(SMALL, 'new.pmtiles'));
    expect(second.id).not.toBe(first.id);
    await expect(folder.read({ id: first.id, offset: 0, length: 1 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await readdir(join(directory, 'basemap'))).toHaveLength(2);
    await folder.remove();
    await folder.remove();
    expect(await folder.current()).toBeNull();
    expect(await readdir(join(directory, 'basemap'))).toEqual([]);
  });

  it.each([
    ['foreign', (bytes: Buffer) => bytes.fill(0, 0, 3)],
    ['foreign', () => Buffer.from('{"type":"FeatureCollection"}')],
    ['foreign', () => Buffer.alloc(0)],
    ['damaged', (bytes: Buffer) => bytes.subarray(0, 60)],
    ['damaged', (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
    ['damaged', (bytes: Buffer) => bytes.fill(0xff, AT.rootLength, AT.rootLength + 8)],
    ['damaged', (bytes: Buffer) => bytes.fill(0xff, 127, 140)],
    ['damaged', (bytes: Buffer) => bytes.fill(0x7f, AT.minLongitude, AT.minLongitude + 4)],
    ['old-version', (bytes: Buffer) => bytes.fill(2, AT.version, AT.version + 1)],
    ['not-vector', (bytes: Buffer) => bytes.fill(2, AT.tileType, AT.tileType + 1)],
    ['compression', (bytes: Buffer) => bytes.fill(3, AT.tileCompression, AT.tileCompression + 1)],
    ['empty', (bytes: Buffer) => bytes.fill(0, AT.tileEntries, AT.tileEntries + 8)],
  ])('refuses a file that is %s, and keeps the one it has', async (reason, change) => {
    const before = await folder.adopt(await upload(SMALL));
    await expect(folder.adopt(await altered(change))).rejects.toMatchObject({
      code: 'BASEMAP_UNUSABLE',
      data: { reason },
    });
    expect(await folder.current()).toEqual(before);
    expect((await folder.read({ id: before.id, offset: 0, length: 7 })).bytes).toBe(
      Buffer.from('PMTiles').toString('base64'),
    );
  });

  it.skipIf(isMissing(PATH))('reads a real file', async () => {
    const real = await folder.adopt(await upload(await readFile(REAL)));
    expect(real).toMatchObject({ minZoom: 0, maxZoom: 0, layers: ['test_fixture_1'] });
    expect(real.bounds.map(Math.round)).toEqual([0, 0, 1, 1]);
  });
});
