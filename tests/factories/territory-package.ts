import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

import {
  PACKAGE_KINDS,
  packageHead,
  packageLine,
  type PackageRow,
} from '#shared/domain/territory/package/package-row.ts';
import {
  type PackageFacts,
  PackageReader,
  packageRows,
} from '#shared/domain/territory/package/read-package.ts';
import { OPEN_END } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

export interface PackedTerritory {
  readonly bytes: Buffer;
  readonly hash: string;
  readonly rows: readonly PackageRow[];
}

const DAYS = { valid_from: '2024-01-01', valid_to: OPEN_END, opened_by: '', closed_by: '' };
const RING: [number, number][] = [
  [4.4, 51],
  [4.42, 51],
  [4.42, 51.01],
  [4.4, 51],
];

/** A district with a neighbourhood, and streets in it, each with a segment and an address; from a seed. */
export function townRows(seed: number, streets = 3): PackageRow[] {
  const random = seededRandom(seed);
  const newId = (): string => makeId(Date.parse('2024-01-01'), randomBytes(random, 16));
  const [district, neighbourhood] = [newId(), newId()];
  const named = (name: string) => ({ official_id: name, name_nl: name, name_fr: '' });
  const rows: PackageRow[] = [
    {
      kind: 'area',
      columns: {
        ...{ id: district, kind: 'district', parent_id: null, geometry: [[RING]] },
        ...named('D1'),
        ...DAYS,
      },
    },
    {
      kind: 'area',
      columns: {
        ...{ id: neighbourhood, kind: 'neighbourhood', parent_id: district, geometry: [[RING]] },
        ...named('W1'),
        ...DAYS,
      },
    },
  ];
  for (let count = 1; count <= streets; count += 1) {
    const street = newId();
    rows.push(
      {
        kind: 'street',
        columns: {
          id: street,
          ...named(`Straat ${count}`),
          ...{ municipality_code: '29997', sub_municipality: '', postcode: '9999' },
          ...DAYS,
        },
      },
      {
        kind: 'segment',
        columns: {
          ...{ id: newId(), official_id: `s${count}`, street_id: street },
          neighbourhood_id: neighbourhood,
          geometry: [
            [4.4, 51 + count / 10_000],
            [4.42, 51 + count / 10_000],
          ],
          ...{ length_metres: 1_400, road_class: 'local' },
          ...DAYS,
        },
      },
      {
        kind: 'address',
        columns: {
          ...{ id: newId(), official_id: `a${count}`, street_id: street },
          ...{ house_number: String(count), box_number: '', postcode: '9999' },
          ...{ longitude: 4.41, latitude: 51.001, neighbourhood_id: neighbourhood },
          ...DAYS,
        },
      },
    );
  }
  return rows;
}

/** Packs rows in the order of a package. */
export function packRows(rows: readonly PackageRow[], credits: readonly string[] = []) {
  const place = (row: PackageRow): string => `${PACKAGE_KINDS.indexOf(row.kind)} ${row.columns.id}`;
  const ordered = rows.toSorted((one, other) => (place(one) < place(other) ? -1 : 1));
  return { ...packText(packageHead(credits) + ordered.map(packageLine).join('')), rows: ordered };
}

export function packText(text: string): PackedTerritory {
  const bytes = gzipSync(text);
  return { bytes, hash: createHash('sha256').update(bytes).digest('hex'), rows: [] };
}

/** What a package says, read by the rules of both sides. */
export async function unpack(
  bytes: Uint8Array,
): Promise<{ rows: PackageRow[]; facts: PackageFacts; reader: PackageReader }> {
  const reader = new PackageReader();
  const rows: PackageRow[] = [];
  for await (const row of packageRows(inParts(gunzipSync(bytes).toString()), reader))
    rows.push(row);
  return { rows, facts: reader.end(), reader };
}

async function* inParts(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 1_000) yield text.slice(at, at + 1_000);
}
