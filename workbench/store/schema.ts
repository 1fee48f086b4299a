import type { Generated } from 'kysely';

import type { ContactReason, NextStep } from '#shared/domain/contacts/code-lists.ts';
import type { PlaceSource } from '#shared/domain/contacts/contact.ts';
import type { Entity } from '#shared/domain/operations/operation.ts';
import type { PartnerKind, PostKind } from '#shared/domain/people/people.ts';
import type {
  AreaKind,
  LandscapeKind,
  RoadClass,
  TerritoryLayer,
} from '#shared/domain/territory/territory.ts';

/** The tables as the newest migration leaves them; migrations are the truth, this is their reading. */

export interface ValidityColumns {
  valid_from: string;
  /** OPEN_END while still valid. */
  valid_to: string;
  /** The import that brought the row in. */
  opened_by: string;
  /** The import that ended it, or empty. */
  closed_by: string;
}

/** An R*Tree: bounds in degrees, keyed by the `row_id` of its table. SQLite keeps 32-bit floats. */
export interface BoundsTable {
  row_id: number;
  west: number;
  east: number;
  south: number;
  north: number;
}

export interface Schema {
  setting: { key: string; value: string };
  operation: {
    device_seq: number;
    op_id: string;
    device_id: string;
    author_id: string;
    made_at: string;
    entity: Entity;
    entity_id: string;
    base_version: number;
    op_version: number;
    /** JSON of `Change`. */
    change: string;
    state: 'only-here' | 'under-way' | 'accepted' | 'merged' | 'rejected' | 'quarantined';
    /** Receipt number of the centre, or empty. */
    receipt: string;
  };
  shadow: { entity: Entity; entity_id: string; version: number; fields: string };
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
  officer: { id: string; display_name: string; version: number };
  post: {
    id: string;
    officer_id: string;
    kind: PostKind;
    area_id: string;
    theme: string;
    valid_from: string;
    valid_to: string;
    version: number;
  };
  partner: {
    id: string;
    name: string;
    kind: PartnerKind;
    neighbourhood_id: string | null;
    version: number;
  };
  contact: {
    row_id: Generated<number>;
    id: string;
    occurred_at: string;
    logged_at: string;
    author_id: string;
    street_id: string;
    house_number: string;
    neighbourhood_id: string | null;
    longitude: number | null;
    latitude: number | null;
    place_source: PlaceSource;
    reason: ContactReason;
    summary: string;
    next_step: NextStep;
    next_note: string;
    version: number;
  };
  contact_place: BoundsTable;
  contact_draft: { id: string; form: string; saved_at: string };
  promise: {
    id: string;
    contact_id: string;
    owner_id: string;
    street_id: string;
    text: string;
    due_on: string;
    state: 'open' | 'kept' | 'not-kept';
    outcome: string;
    closed_at: string | null;
    version: number;
  };
}
