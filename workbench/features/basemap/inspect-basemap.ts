import type { FileHandle } from 'node:fs/promises';

import { Compression, type Header, PMTiles, type Source, TileType } from 'pmtiles';
import { z } from 'zod';

import type { Basemap } from '#shared/contract/basemap.ts';

import { WorkbenchError } from '../../errors.ts';

/** Why a file is no background map; the page has a sentence for each. */
type Unusable = 'foreign' | 'old-version' | 'not-vector' | 'compression' | 'damaged' | 'empty';

/** PMTiles specification 3.6, section 3: the fixed header and its first bytes. */
const HEADER_BYTES = 127;
const MAGIC = 'PMTiles';
const VERSION_AT = 7;
const INTERNAL_COMPRESSION_AT = 97;
const VERSION = 3;
/** What a page can unpack by itself. */
const READABLE: readonly Compression[] = [Compression.None, Compression.Gzip];
const LONGEST_ATTRIBUTION = 300;
/** Bytes read at once: a directory or a tile is far smaller, whatever a damaged header says. */
const LONGEST_READ = 64 * 1024 ** 2;

const metadataSchema = z.object({
  attribution: z.string().catch(''),
  vector_layers: z
    .array(z.object({ id: z.string().max(100) }))
    .max(200)
    .catch([]),
});

export type BasemapFacts = Pick<
  Basemap,
  'bounds' | 'minZoom' | 'maxZoom' | 'attribution' | 'layers'
>;

/**
 * Reads what a file says of itself and follows it to one of its tiles, so that a damaged file is found
 * now and not on the map. Throws BASEMAP_UNUSABLE.
 *
 * @param size of the file, bytes
 */
export async function inspectBasemap(file: FileHandle, size: number): Promise<BasemapFacts> {
  await checkStart(file, size);
  const archive = new PMTiles(sourceOf(file));
  const header = await readable(() => archive.getHeader());
  if (header.tileType !== TileType.Mvt) throw unusable('not-vector');
  if (!READABLE.includes(header.tileCompression)) throw unusable('compression');
  checkSections(header, size);
  if (header.numTileEntries === 0) throw unusable('empty');
  const metadata = await readable(async () => metadataSchema.parse(await archive.getMetadata()));
  await readable(() => readSomeTile(archive, header));
  const { minLon, minLat, maxLon, maxLat, minZoom, maxZoom } = header;
  return {
    bounds: [minLon, minLat, maxLon, maxLat],
    minZoom,
    maxZoom,
    attribution: plainText(metadata.attribution),
    layers: metadata.vector_layers.map(({ id }) => id),
  };
}

async function checkStart(file: FileHandle, size: number): Promise<void> {
  const start = Buffer.alloc(HEADER_BYTES);
  const { bytesRead } = await file.read(start, 0, HEADER_BYTES, 0);
  if (start.toString('latin1', 0, MAGIC.length) !== MAGIC) throw unusable('foreign');
  if (bytesRead < HEADER_BYTES || size < HEADER_BYTES) throw unusable('damaged');
  if (start[VERSION_AT] !== VERSION) throw unusable('old-version');
  const compression = start[INTERNAL_COMPRESSION_AT];
  if (!READABLE.some((known) => known === compression)) throw unusable('compression');
}

/** Every section lies inside the file: one that was cut short is told at once. */
function checkSections(header: Header, size: number): void {
  const ends = [
    header.rootDirectoryOffset + header.rootDirectoryLength,
    header.jsonMetadataOffset + header.jsonMetadataLength,
    header.leafDirectoryOffset + (header.leafDirectoryLength ?? 0),
    header.tileDataOffset + (header.tileDataLength ?? 0),
  ];
  const { minLon, minLat, maxLon, maxLat, minZoom, maxZoom } = header;
  const isSound =
    ends.every((end) => end <= size) &&
    minLon < maxLon &&
    minLat < maxLat &&
    Math.abs(minLon) <= 180 &&
    Math.abs(maxLon) <= 180 &&
    Math.abs(minLat) <= 90 &&
    Math.abs(maxLat) <= 90 &&
    minZoom <= maxZoom;
  if (!isSound) throw unusable('damaged');
}

/** The tile in the middle at the coarsest level, or the first beside it that the file has. */
async function readSomeTile(archive: PMTiles, header: Header): Promise<void> {
  const zoom = header.minZoom;
  const tiles = 2 ** zoom;
  const longitude = (header.minLon + header.maxLon) / 2;
  const latitude = (header.minLat + header.maxLat) / 2;
  const sine = Math.sin((latitude * Math.PI) / 180);
  const x = Math.floor((longitude / 360 + 0.5) * tiles);
  const y = Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * tiles);
  for (const [right, down] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ] as const) {
    const tile = await archive.getZxy(zoom, x + right, y + down);
    if (tile) return;
  }
}

/** Anything that goes wrong while following a file's own words means that the file is damaged. */
async function readable<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch {
    throw unusable('damaged');
  }
}

function sourceOf(file: FileHandle): Source {
  return {
    getKey: () => 'basemap',
    async getBytes(offset, length) {
      if (length > LONGEST_READ) throw new RangeError('no sound file has a part of this length');
      const data = new Uint8Array(length);
      const { bytesRead } = await file.read(data, 0, length, offset);
      return { data: data.buffer.slice(0, bytesRead) };
    },
  };
}

/** Makers write links into it; the map shows words. */
function plainText(attribution: string): string {
  return attribution
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&copy;', '©')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_ATTRIBUTION);
}

function unusable(reason: Unusable): WorkbenchError<'BASEMAP_UNUSABLE'> {
  return new WorkbenchError('BASEMAP_UNUSABLE', { reason });
}
