import { gzipSync } from 'node:zlib';

import { zxyToTileId } from 'pmtiles';

import type { Position } from '#shared/domain/territory/geometry.ts';
import { toPosition, toWorld } from '#shared/domain/territory/web-mercator.ts';

/** The level of the one tile: it is some 25 km wide, a whole zone. */
const ZOOM = 10;
/** Units across a tile. */
const EXTENT = 4096;

/**
 * A background map of one tile around a place: land, a park, a canal and a crossing of two roads, in the
 * layers of Protomaps. Written by hand after the PMTiles specification 3.6 and the Mapbox Vector Tile
 * specification 2.1, uncompressed tiles.
 */
export function makeSmallBasemap(around: Position, attribution = '© Voorbeeldkaart'): Buffer {
  const tiles = 2 ** ZOOM;
  const { x, y } = toWorld(around);
  const column = Math.floor(x * tiles);
  const row = Math.floor(y * tiles);
  const tile = vectorTile();
  const directory = gzipSync(
    Buffer.concat([1, zxyToTileId(ZOOM, column, row), 1, tile.length, 1].map(varint)),
  );
  const metadata = gzipSync(
    JSON.stringify({ attribution, vector_layers: LAYERS.map(({ name }) => ({ id: name })) }),
  );
  const [west, north] = toPosition({ x: column / tiles, y: row / tiles });
  const [east, south] = toPosition({ x: (column + 1) / tiles, y: (row + 1) / tiles });

  const header = Buffer.alloc(127);
  header.write('PMTiles', 0, 'latin1');
  header.writeUInt8(3, 7);
  const metadataAt = 127 + directory.length;
  const tileAt = metadataAt + metadata.length;
  const sections = [
    127,
    directory.length,
    metadataAt,
    metadata.length,
    tileAt,
    0,
    tileAt,
    tile.length,
  ];
  [...sections, 1, 1, 1].forEach((value, index) => {
    header.writeBigUInt64LE(BigInt(value), 8 + index * 8);
  });
  // Clustered; directories gzip; tiles as they are; vector tiles; the one level.
  header.set([1, 2, 1, 1, ZOOM, ZOOM], 96);
  [west, south, east, north].forEach((degrees, index) => {
    header.writeInt32LE(Math.round(degrees * 1e7), 102 + index * 4);
  });
  return Buffer.concat([header, directory, metadata, tile]);
}

interface Layer {
  readonly name: string;
  readonly kind: string;
  readonly type: 2 | 3;
  readonly points: readonly (readonly [number, number])[];
}

const LINE = 2;
const POLYGON = 3;
const square = (from: number, to: number) =>
  [
    [from, from],
    [to, from],
    [to, to],
    [from, to],
  ] as const;

const LAYERS: readonly Layer[] = [
  { name: 'earth', kind: 'earth', type: POLYGON, points: square(0, EXTENT) },
  { name: 'landuse', kind: 'park', type: POLYGON, points: square(600, 1600) },
  {
    name: 'water',
    kind: 'canal',
    type: LINE,
    points: [
      [0, 900],
      [EXTENT, 3300],
    ],
  },
  {
    name: 'roads',
    kind: 'highway',
    type: LINE,
    points: [
      [0, 2048],
      [EXTENT, 2100],
    ],
  },
];

/** One layer per feature, each with the one property `kind`. */
function vectorTile(): Buffer {
  return Buffer.concat(
    LAYERS.map(({ name, kind, type, points }) =>
      message(3, [
        field(15, 2),
        message(1, [Buffer.from(name)]),
        message(2, [
          message(2, [0, 0].map(varint)),
          field(3, type),
          message(4, commands(points, type === POLYGON).map(varint)),
        ]),
        message(3, [Buffer.from('kind')]),
        message(4, [message(1, [Buffer.from(kind)])]),
        field(5, EXTENT),
      ]),
    ),
  );
}

/** MoveTo one point, LineTo the others, and ClosePath for a ring. */
function commands(points: Layer['points'], close: boolean): number[] {
  const steps = points.flatMap(([x, y], index) => {
    const [beforeX, beforeY] = points[index - 1] ?? [0, 0];
    const head = index === 0 ? [9] : index === 1 ? [((points.length - 1) << 3) | 2] : [];
    return [...head, zigzag(x - beforeX), zigzag(y - beforeY)];
  });
  return close ? [...steps, 15] : steps;
}

const zigzag = (value: number): number => (value << 1) ^ (value >> 31);
const field = (number: number, value: number): Buffer =>
  Buffer.concat([varint(number << 3), varint(value)]);

function message(number: number, parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([varint((number << 3) | 2), varint(content.length), content]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 0x7f) {
    bytes.push((rest & 0x7f) | 0x80);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}
