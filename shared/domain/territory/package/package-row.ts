import { z } from 'zod';

import { daySchema, instantSchema } from '../../../lib/dates.ts';
import { idSchema } from '../../../lib/ids.ts';
import { positionSchema } from '../geometry.ts';
import { AREA_KINDS, LANDSCAPE_KINDS, ROAD_CLASSES, TERRITORY_LAYERS } from '../territory.ts';

/**
 * A territory as it travels: lines of JSON, packed with gzip. The first line says what it is and whom it
 * comes from; then come imports, areas, streets, segments, addresses and landscape, in this order and each by id, with the ids
 * and the validity they have at the desk that published it, ended rows included. So the same territory is
 * the same bytes, and a contact that names a street finds it at every desk.
 */
export const PACKAGE_FORMAT = 'wijkwerk-territory-1';

const name = z.string().max(200);
const code = z.string().max(300);
/** A row's import; empty where none is known. */
const origin = z.string().max(60);
const line = z.array(positionSchema).min(1);
const surfaces = z.array(z.array(line).min(1)).min(1);

const validity = {
  valid_from: daySchema,
  valid_to: daySchema,
  opened_by: origin,
  closed_by: origin,
};

/** The columns of each kind of row, named as the desk's tables name them. */
export const PACKAGE_ROWS = {
  import: z.strictObject({
    id: idSchema,
    layer: z.enum(TERRITORY_LAYERS),
    file_name: z.string().max(300),
    source_sha256: z.string().max(64),
    credit: z.string().max(200),
    imported_at: instantSchema,
    imported_by: name,
    valid_from: daySchema,
    counts: z.record(z.string().max(20), z.number().int()),
    undone_at: instantSchema.nullable(),
  }),
  area: z.strictObject({
    id: idSchema,
    kind: z.enum(AREA_KINDS),
    official_id: code,
    name_nl: name,
    name_fr: name,
    parent_id: idSchema.nullable(),
    geometry: surfaces,
    ...validity,
  }),
  street: z.strictObject({
    id: idSchema,
    official_id: code,
    name_nl: name,
    name_fr: name,
    municipality_code: code,
    sub_municipality: name,
    postcode: code,
    ...validity,
  }),
  segment: z.strictObject({
    id: idSchema,
    official_id: code,
    street_id: idSchema,
    neighbourhood_id: idSchema.nullable(),
    geometry: line.min(2),
    length_metres: z.number().min(0),
    road_class: z.enum(ROAD_CLASSES),
    ...validity,
  }),
  address: z.strictObject({
    id: idSchema,
    official_id: code,
    street_id: idSchema,
    house_number: z.string().max(20),
    box_number: z.string().max(20),
    postcode: code,
    longitude: z.number().min(-180).max(180),
    latitude: z.number().min(-90).max(90),
    neighbourhood_id: idSchema.nullable(),
    ...validity,
  }),
  landscape: z.strictObject({
    id: idSchema,
    kind: z.enum(LANDSCAPE_KINDS),
    official_id: code,
    name_nl: name,
    name_fr: name,
    geometry: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('MultiPolygon'), coordinates: surfaces }),
      z.strictObject({ type: z.literal('MultiLineString'), coordinates: z.array(line).min(1) }),
    ]),
    ...validity,
  }),
} as const;

export type PackageKind = keyof typeof PACKAGE_ROWS;
/** In the order in which rows may refer to those before them. */
export const PACKAGE_KINDS = Object.keys(PACKAGE_ROWS) as readonly PackageKind[];
export type PackageColumns<Kind extends PackageKind> = z.infer<(typeof PACKAGE_ROWS)[Kind]>;
export type PackageRow = {
  readonly [Kind in PackageKind]: { readonly kind: Kind; readonly columns: PackageColumns<Kind> };
}[PackageKind];

/** The most rows of each kind: what imports take at most, with some years of history. */
export const MOST_PACKAGE_ROWS: Readonly<Record<PackageKind, number>> = {
  import: 10_000,
  area: 100_000,
  street: 500_000,
  segment: 1_000_000,
  address: 3_000_000,
  landscape: 500_000,
};
/** Characters of one line: as much as an import takes of one feature. */
export const LONGEST_PACKAGE_LINE = 8 * 1024 ** 2;

export const packageHeadSchema = z.tuple([
  z.literal(PACKAGE_FORMAT),
  z.strictObject({
    /** The sources to name for it, each once, in the order of their characters. */
    credits: z.array(z.string().min(1).max(200)).max(200),
  }),
]);

/** The first line. */
export function packageHead(credits: readonly string[]): string {
  return `${JSON.stringify([PACKAGE_FORMAT, { credits }])}\n`;
}

/** A row as its line. */
export function packageLine({ kind, columns }: PackageRow): string {
  return `${JSON.stringify([kind, columns])}\n`;
}
