import type { Generated } from 'kysely';

import type {
  AreaKind,
  LandscapeKind,
  RoadClass,
  TerritoryLayer,
} from '#shared/domain/territory/territory.ts';

import type { BoundsTable, ValidityColumns } from './columns.ts';

/** The dated territory, and where it came from. */
export interface TerritoryTables {
  territory_import: {
    id: string;
    layer: TerritoryLayer;
    file_name: string;
    source_sha256: string;
    plan: string;
    imported_at: string;
    imported_by: string;
    valid_from: string;
    counts: string;
    undone_at: string | null;
    /** A version of the zone was put in since: it is not taken back here any more. */
    settled: Generated<number>;
  };
  zone_territory: {
    place: 'here' | 'arriving';
    /** JSON of `TerritoryVersion`. */
    version: string;
    /** JSON of the sources to name. */
    credits: string;
    since: string;
    problem: string;
  };
  territory_import_refusal: {
    import_id: string;
    position: number;
    row_number: number;
    reason: string;
    field: string;
    value: string;
  };
  /**
   * What an import put right in a row that goes on: derived values (which neighbourhood a line lies in)
   * and gaps it filled. `before` is JSON of the columns as they were, so that undo can put them back.
   */
  territory_correction: {
    import_id: string;
    position: number;
    entity: 'area' | 'street' | 'segment' | 'address';
    row_id: number;
    before: string;
  };
  /** Imported files, gzip, so that the operation can be carried out again elsewhere. */
  source_file: { sha256: string; size: number; content: Uint8Array };
  area: ValidityColumns & {
    row_id: Generated<number>;
    id: string;
    kind: AreaKind;
    official_id: string;
    name_nl: string;
    name_fr: string;
    parent_id: string | null;
    /** JSON of RFC 7946 MultiPolygon coordinates. */
    geometry: string;
  };
  area_bounds: BoundsTable;
  street: ValidityColumns & {
    row_id: Generated<number>;
    id: string;
    official_id: string;
    name_nl: string;
    name_fr: string;
    municipality_code: string;
    sub_municipality: string;
    postcode: string;
  };
  segment: ValidityColumns & {
    row_id: Generated<number>;
    id: string;
    official_id: string;
    street_id: string;
    neighbourhood_id: string | null;
    /** JSON of RFC 7946 LineString coordinates. */
    geometry: string;
    length_metres: number;
    road_class: RoadClass;
  };
  segment_bounds: BoundsTable;
  address: ValidityColumns & {
    row_id: Generated<number>;
    id: string;
    official_id: string;
    street_id: string;
    house_number: string;
    box_number: string;
    postcode: string;
    longitude: number;
    latitude: number;
    neighbourhood_id: string | null;
  };
  landscape: ValidityColumns & {
    row_id: Generated<number>;
    id: string;
    kind: LandscapeKind;
    official_id: string;
    name_nl: string;
    name_fr: string;
    /** JSON of an RFC 7946 MultiPolygon or MultiLineString. */
    geometry: string;
  };
}
