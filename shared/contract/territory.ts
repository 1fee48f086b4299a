import { eventIterator } from '@orpc/contract';
import { z } from 'zod';

import { boundsSchema, positionSchema } from '../domain/territory/geometry.ts';
import {
  AREA_KINDS,
  IMPORT_LAYERS,
  LANDSCAPE_KINDS,
  ROAD_CLASSES,
  TERRITORY_LAYERS,
} from '../domain/territory/territory.ts';
import { daySchema, instantSchema } from '../lib/dates.ts';
import { idSchema } from '../lib/ids.ts';
import { territoryVersionSchema } from '../protocol/territory.ts';
import { operation } from './base.ts';

const multiPolygonSchema = z.array(z.array(z.array(positionSchema)));
const lineSchema = z.array(positionSchema);

/** Coordinates a file may use: WGS 84, or one of the two Belgian Lambert projections. */
export const COORDINATE_SYSTEMS = ['EPSG:4326', 'EPSG:31370', 'EPSG:3812'] as const;
export type CoordinateSystem = (typeof COORDINATE_SYSTEMS)[number];

/**
 * The largest file an import takes: an address register of a million rows is some 150 MB; four times
 * that is still carried with ease.
 */
export const LARGEST_IMPORT_BYTES = 640 * 1024 ** 2;

/** Fields an import can fill from a property or column of the file. */
export const IMPORT_FIELDS = [
  'officialId',
  'nameNl',
  'nameFr',
  'streetOfficialId',
  'municipalityCode',
  'subMunicipality',
  'postcode',
  'roadClass',
  'houseNumber',
  'boxNumber',
  'longitude',
  'latitude',
  'x',
  'y',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Characters of a credit at most. */
export const LONGEST_CREDIT = 200;
/** Whom the data come from, as the map names them; may be empty. */
const creditSchema = z.string().trim().max(LONGEST_CREDIT);

/** How to read the file: which property or column fills which field. Absent: the field stays empty. */
export const importPlanSchema = z.object({
  uploadId: idSchema,
  layer: z.enum(IMPORT_LAYERS),
  mapping: z.partialRecord(z.enum(IMPORT_FIELDS), z.string().max(200)),
  coordinateSystem: z.enum(COORDINATE_SYSTEMS),
  /** The day the new version begins; what it no longer has ends on that day. */
  validFrom: daySchema,
  /**
   * True: the file is the whole layer, so what it lacks ends. False: it only adds and changes.
   * Only rows of the municipalities that the file mentions are ended.
   */
  complete: z.boolean(),
  credit: creditSchema,
});
export type ImportPlan = z.infer<typeof importPlanSchema>;

/** Why a file as a whole cannot be imported: a key of `import.unusable.*` in the page's texts. */
export const UNUSABLE_REASONS = [
  /** No bytes, or nothing but blanks. */
  'empty',
  /** Larger than {@link LARGEST_IMPORT_BYTES}. */
  'too-large',
  /** Binary, or text in UTF-16. */
  'not-text',
  /** Text, but not JSON; `detail` says where. */
  'not-json',
  /** Text, but not a table; `detail` says on which line. */
  'not-csv',
  /** It ends in the middle of a row. */
  'truncated',
  /** Brackets within brackets, beyond anything a map needs. */
  'too-deep',
  /** JSON of another kind. */
  'not-feature-collection',
  /** A header or an empty collection and nothing else. */
  'no-rows',
  /** The first line holds values, not names of columns. */
  'no-header',
  /** One feature or one line is larger than any real one. */
  'row-too-large',
  /** More rows than the limit of this kind of file; `detail` is the limit. */
  'too-many-rows',
  /** Points or lines where polygons are needed, or the other way round; `detail` is what it holds. */
  'wrong-geometry',
  /** A table where shapes are needed, or shapes where a table is needed. */
  'wrong-format',
  /** Every row was refused. */
  'nothing-usable',
] as const;
export type UnusableReason = (typeof UNUSABLE_REASONS)[number];

/** Why a row was refused: a key of `import.refused.*` in the page's texts. */
export const REFUSAL_REASONS = [
  'missing-name',
  'missing-official-id',
  'missing-street',
  'missing-house-number',
  'missing-geometry',
  'wrong-geometry',
  'empty-geometry',
  'not-closed',
  'coordinates-out-of-range',
  'coordinates-not-numbers',
  'outside-belgium',
  'duplicate-official-id',
  /** The row is there before, word for word: it is taken once. */
  'repeated',
  'unknown-street',
  'too-long',
  'wrong-column-count',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

const refusedRowSchema = z.object({
  /** Row of the file: line for CSV (the header is 1), feature for GeoJSON (the first is 1). */
  row: z.number().int(),
  reason: z.enum(REFUSAL_REASONS),
  /** The property or column at fault, or empty. */
  field: z.string(),
  /** The offending value, shortened. */
  value: z.string(),
});
export type RefusedRow = z.infer<typeof refusedRowSchema>;

const countsSchema = z.object({
  read: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  ended: z.number().int(),
  refused: z.number().int(),
});
export type ImportCounts = z.infer<typeof countsSchema>;

export const inspectionSchema = z.object({
  format: z.enum(['geojson', 'csv']),
  encoding: z.enum(['utf-8', 'windows-1252']),
  /** CSV only; empty for GeoJSON. */
  delimiter: z.string(),
  rows: z.number().int(),
  /** Properties or columns with the first values seen. */
  columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
  geometryTypes: z.array(z.string()),
  /** Our guess, for the user to correct. */
  guess: z.object({
    layer: z.enum(IMPORT_LAYERS),
    mapping: importPlanSchema.shape.mapping,
    coordinateSystem: z.enum(COORDINATE_SYSTEMS),
    /** The source the file gives away, or empty. */
    credit: creditSchema,
  }),
});
export type Inspection = z.infer<typeof inspectionSchema>;

export const previewSchema = z.object({
  counts: countsSchema,
  /** The first rows as they would be stored. */
  sample: z.array(
    z.object({
      officialId: z.string(),
      nameNl: z.string(),
      nameFr: z.string(),
      detail: z.string(),
      change: z.enum(['added', 'changed', 'unchanged']),
    }),
  ),
  refused: z.array(refusedRowSchema),
  /** Thinned shapes of the file, for a small map; at most some hundreds. */
  shapes: z.array(z.array(lineSchema)),
  bounds: boundsSchema.nullable(),
});
export type ImportPreview = z.infer<typeof previewSchema>;

export const importRecordSchema = z.object({
  id: idSchema,
  layer: z.enum(TERRITORY_LAYERS),
  fileName: z.string(),
  importedAt: instantSchema,
  importedBy: z.string(),
  validFrom: daySchema,
  counts: countsSchema,
  /** Empty where none was given, as in imports older than the field. */
  credit: z.string(),
  /** Only the newest import of a layer can be undone. */
  canUndo: z.boolean(),
  undoneAt: instantSchema.nullable(),
});
export type ImportRecord = z.infer<typeof importRecordSchema>;

export const importEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    phase: z.enum(['reading', 'comparing', 'writing']),
    done: z.number().int(),
    total: z.number().int(),
  }),
  z.object({ type: z.literal('done'), record: importRecordSchema }),
  z.object({ type: z.literal('cancelled') }),
]);
export type ImportEvent = z.infer<typeof importEventSchema>;

const mapAreaSchema = z.object({
  id: idSchema,
  kind: z.enum(AREA_KINDS),
  officialId: z.string(),
  nameNl: z.string(),
  nameFr: z.string(),
  geometry: multiPolygonSchema,
});
export type MapArea = z.infer<typeof mapAreaSchema>;

const mapSegmentSchema = z.object({
  id: idSchema,
  streetId: idSchema,
  nameNl: z.string(),
  nameFr: z.string(),
  roadClass: z.enum(ROAD_CLASSES),
  line: lineSchema,
});
export type MapSegment = z.infer<typeof mapSegmentSchema>;

const mapLandscapeSchema = z.object({
  id: idSchema,
  kind: z.enum(LANDSCAPE_KINDS),
  nameNl: z.string(),
  nameFr: z.string(),
  geometry: z.discriminatedUnion('type', [
    z.object({ type: z.literal('MultiPolygon'), coordinates: multiPolygonSchema }),
    z.object({ type: z.literal('MultiLineString'), coordinates: z.array(lineSchema) }),
  ]),
});
export type MapLandscape = z.infer<typeof mapLandscapeSchema>;

const neighbourhoodOfPlaceSchema = z.object({
  id: idSchema,
  nameNl: z.string(),
  nameFr: z.string(),
  officers: z.array(z.string()),
});

export const addressSuggestionSchema = z.object({
  streetId: idSchema,
  streetNameNl: z.string(),
  streetNameFr: z.string(),
  /** House number as it should be stored; empty when none was typed. */
  houseNumber: z.string(),
  /** Whether the register knows that house number in this street. */
  houseNumberKnown: z.boolean(),
  postcode: z.string(),
  subMunicipality: z.string(),
  /** The address, else the middle of the street; null when nothing of it has a place. */
  position: positionSchema.nullable(),
  /** The neighbourhoods it lies in: one for an address, several for a street that crosses them. */
  neighbourhoods: z.array(neighbourhoodOfPlaceSchema),
});
export type AddressSuggestion = z.infer<typeof addressSuggestionSchema>;

/** Where this desk stands with the versions of its zone's territory. */
export const zoneVersionStateSchema = z.object({
  hasCentre: z.boolean(),
  /** The version that it works with; null when none was put in. */
  here: z.object({ version: territoryVersionSchema, since: instantSchema }).nullable(),
  /** The newest one, as long as it is not here. */
  arriving: z
    .object({
      version: territoryVersionSchema,
      /** Bytes that are here. */
      received: z.number().int(),
      /** Why this application cannot use it, or empty. */
      problem: z.string(),
    })
    .nullable(),
  /** Whether the officer may import here; else the territory comes from the centre. */
  mayImport: z.boolean(),
});
export type ZoneVersionState = z.infer<typeof zoneVersionStateSchema>;

export const territoryContract = {
  version: operation.output(zoneVersionStateSchema),
  /** How much of each kind is valid today, the bounds of it all, and whose data it is. */
  summary: operation.output(
    z.object({
      areas: z.record(z.enum(AREA_KINDS), z.number().int()),
      streets: z.number().int(),
      segments: z.number().int(),
      addresses: z.number().int(),
      bounds: boundsSchema.nullable(),
      /** The sources of what is valid today, each once, in a fixed order. */
      credits: z.array(z.string()),
    }),
  ),
  inspectUpload: operation.input(z.object({ uploadId: idSchema })).output(inspectionSchema),
  /** Reads the whole file and compares it with what is there; stores nothing. */
  previewImport: operation.input(importPlanSchema).output(previewSchema),
  /**
   * Reads, compares and stores in one transaction, telling how far it is. Breaking off the iterator
   * cancels: nothing is stored. Every import is one operation. TERRITORY_FROM_CENTRE at a desk that has
   * its territory from the centre, to anybody but an administrator.
   */
  runImport: operation.input(importPlanSchema).output(eventIterator(importEventSchema)),
  imports: operation.output(z.array(importRecordSchema)),
  importReport: operation
    .input(z.object({ importId: idSchema, offset: z.number().int().min(0) }))
    .output(z.object({ refused: z.array(refusedRowSchema), total: z.number().int() })),
  undoImport: operation.input(z.object({ importId: idSchema })).output(importRecordSchema),
  /** Polygons valid today of these kinds, for the drawn base map. */
  areas: operation
    .input(z.object({ kinds: z.array(z.enum(AREA_KINDS)) }))
    .output(z.array(mapAreaSchema)),
  /** Water, green and railways valid today, for the drawn base map. */
  landscape: operation.output(z.array(mapLandscapeSchema)),
  /** Street lines valid today inside bounds; the important roads only when far out (`zoom` as Leaflet's). */
  segmentsInView: operation
    .input(z.object({ bounds: boundsSchema, zoom: z.number().min(0).max(24) }))
    .output(z.object({ segments: z.array(mapSegmentSchema), more: z.boolean() })),
  /** Best matches first; tolerant of accents, spelling and abbreviations, in Dutch and French. */
  searchAddress: operation
    .input(z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(20) }))
    .output(z.array(addressSuggestionSchema)),
  /** The street nearest to a click on the map, within 75 metres; null when there is none. */
  locate: operation
    .input(z.object({ position: positionSchema }))
    .output(addressSuggestionSchema.nullable()),
};
