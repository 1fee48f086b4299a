import type { Day, Validity } from '../../lib/dates.ts';
import type { Id } from '../../lib/ids.ts';
import type { Line, MultiPolygonRings, Position } from './geometry.ts';

/**
 * The territory is dated reference data: zones merge, neighbourhoods are redrawn, streets are renamed.
 * A row is never overwritten; it ends (`validTo`) and another begins with the same official id.
 */

/** Polygons, from the whole zone down to a neighbourhood. A district is a cluster of neighbourhoods. */
export const AREA_KINDS = [
  'zone',
  'municipality',
  'sub-municipality',
  'district',
  'neighbourhood',
] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

export interface Area extends Validity {
  readonly id: Id;
  readonly kind: AreaKind;
  /** The code the source uses: NIS code, neighbourhood code; unique per kind at one moment. */
  readonly officialId: string;
  readonly nameNl: string;
  /** Empty when the source has no French name: the Dutch one is shown. */
  readonly nameFr: string;
  /** The area one level up that holds it, when known. */
  readonly parentId: Id | null;
  readonly geometry: MultiPolygonRings;
}

export interface Street extends Validity {
  readonly id: Id;
  /** Code of the address register where there is one, else derived from name and place. */
  readonly officialId: string;
  readonly nameNl: string;
  readonly nameFr: string;
  /** NIS code of the municipality, or empty when unknown. */
  readonly municipalityCode: string;
  /** Name of the sub-municipality as people write it on an envelope, or empty. */
  readonly subMunicipality: string;
  readonly postcode: string;
}

/** A stretch of a street inside one neighbourhood: a street that crosses three has segments in each. */
export interface Segment extends Validity {
  readonly id: Id;
  readonly officialId: string;
  readonly streetId: Id;
  /** The neighbourhood it lies in; null outside all of them. */
  readonly neighbourhoodId: Id | null;
  readonly geometry: Line;
  readonly lengthMetres: number;
  /** Road class, used for drawing only. */
  readonly roadClass: RoadClass;
}

export const ROAD_CLASSES = ['main', 'connecting', 'local', 'path'] as const;
export type RoadClass = (typeof ROAD_CLASSES)[number];

export interface Address extends Validity {
  readonly id: Id;
  readonly officialId: string;
  readonly streetId: Id;
  readonly houseNumber: string;
  readonly boxNumber: string;
  readonly postcode: string;
  readonly position: Position;
  readonly neighbourhoodId: Id | null;
}

/** What gives a town its face on the map beside its streets. */
export const LANDSCAPE_KINDS = ['water', 'green', 'rail'] as const;
export type LandscapeKind = (typeof LANDSCAPE_KINDS)[number];

/**
 * A surface or lines, as RFC 7946 has them. Of water a surface is a canal, a river or a pond and lines
 * are the course of a waterway; of green a surface is a park or a wood; of rail lines are the tracks
 * and a surface is a station.
 */
export type LandscapeGeometry =
  | { readonly type: 'MultiPolygon'; readonly coordinates: MultiPolygonRings }
  | { readonly type: 'MultiLineString'; readonly coordinates: readonly Line[] };

/** Water, green or railway: only drawn, nothing refers to it. */
export interface Landscape extends Validity {
  readonly id: Id;
  readonly kind: LandscapeKind;
  /** The code the source uses; unique per kind at one moment. */
  readonly officialId: string;
  /** Empty when it has no name. */
  readonly nameNl: string;
  readonly nameFr: string;
  readonly geometry: LandscapeGeometry;
}

/** Everything one import or one demo town brings in. */
export interface TerritoryDataset {
  readonly validFrom: Day;
  readonly areas: readonly Area[];
  readonly streets: readonly Street[];
  readonly segments: readonly Segment[];
  readonly addresses: readonly Address[];
  readonly landscape: readonly Landscape[];
}

/** What can be imported as one file. */
export const IMPORT_LAYERS = [
  'zone',
  'municipality',
  'sub-municipality',
  'district',
  'neighbourhood',
  'segments',
  'street-names',
  'addresses',
] as const;
export type ImportLayer = (typeof IMPORT_LAYERS)[number];

/** All that a territory is made of: what a file can bring in, and the landscape, which only the demo town has yet. */
export const TERRITORY_LAYERS = [...IMPORT_LAYERS, 'landscape'] as const;
export type TerritoryLayer = (typeof TERRITORY_LAYERS)[number];
