import type { Generated } from 'kysely';

import type { PhotoDetails } from '#shared/domain/attachments/attachment.ts';
import type { MediaType } from '#shared/domain/attachments/media-type.ts';
import type { CodeList } from '#shared/domain/codes/code.ts';
import type { Feeling, NextStep, Sensitivity } from '#shared/domain/contacts/code-lists.ts';
import type { PlaceSource } from '#shared/domain/contacts/contact.ts';
import type { Entity } from '#shared/domain/operations/operation.ts';
import type { OperationState } from '#shared/domain/operations/record-state.ts';
import type { PartyKind } from '#shared/domain/parties/party.ts';
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

/** An FTS5 table without content: all that can be read of it are the numbers of the rows that match. */
export interface SearchIndex {
  rowid: number;
  rank: number;
}

/** A file that hangs on something. */
export interface FileColumns {
  id: string;
  added_at: string;
  hash: string;
  name: string;
  media_type: MediaType;
  size: number;
  details: PhotoDetails;
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
    state: OperationState;
    /** Receipt number of the centre, or empty. */
    receipt: string;
  };
  /** The centre's last version of a row, whole, also of entities and fields that this desk does not know. */
  shadow: { entity: string; entity_id: string; version: number; fields: string };
  sync_state: {
    only_row: number;
    /** The centre's life that cursors and versions are of; null before the first contact. */
    epoch: string | null;
    /** The last operation that the centre has confirmed to hold. */
    pushed_seq: number;
    /** How far the outcomes of this desk's operations have come in. */
    results_seq: number;
    last_contact_at: string | null;
    /** Why the desk cannot go on without help, as a code of the centre, or empty. */
    blocked: string;
  };
  sync_scope: {
    scope: string;
    cursor: number;
    /** Raised whenever the scope is fetched whole; what it did not bring again goes. */
    generation: number;
    whole: number;
    row_count: number;
    digest: string;
  };
  row_scope: {
    scope: string;
    entity: string;
    entity_id: string;
    version: number;
    generation: number;
  };
  /** A pull under way, as JSON of its messages: it counts once it is complete. */
  sync_staged: { position: Generated<number>; message: string };
  /** Rows of the centre that cannot be shown yet; they are in `shadow`. */
  deferred_row: {
    entity: string;
    entity_id: string;
    reason: 'not-understood' | 'reference';
    /** The row that it waits for, with `reference`; else empty. */
    awaits_entity: Generated<string>;
    awaits_id: Generated<string>;
  };
  /** 1 while rows arrive for which no trigger keeps the indexes. */
  bulk_arrival: { only_row: number; running: number };
  /** What the indexes of words do not hold yet. */
  contact_unindexed: { row_id: number };
  promise_unindexed: { promise_id: string };
  /** Rows that a pull being applied has touched, in the order of what refers to what. */
  sync_touched: { place: number; entity: string; entity_id: string };
  /** What the desk knew of the centre's row when an operation was made. */
  operation_base: {
    op_id: string;
    version: number;
    epoch: string | null;
    /** JSON of the centre's values of the fields that it changes. */
    fields: string;
    /** JSON of the operations it builds on. */
    depends_on: string;
  };
  operation_outcome: {
    op_id: string;
    code: string;
    field: string;
    /** JSON of `Conflict[]`. */
    conflicts: string;
    seq: number;
    needs_attention: number;
    resolved_at: string | null;
    /** What the supervisor wrote who refused it, or empty. */
    note: string;
  };
  /** What the officer chose for the conflicts of an operation. */
  conflict_choice: {
    op_id: string;
    /** JSON of `Choices`. */
    choices: string;
    /** The operation that asks for it; null when the centre had it already. */
    chosen_op_id: string | null;
    chosen_at: string;
  };
  /** One row for each pull that brought something; the last ones are kept. */
  arrival: {
    position: Generated<number>;
    arrived_at: string;
    /** JSON of how many rows by entity. */
    counts: string;
    /** JSON of the first of them, `RowKey[]`. */
    samples: string;
    removed: number;
  };
  /** Scopes that came or went, until the officer has seen it. */
  rights_change: {
    position: Generated<number>;
    noticed_at: string;
    /** JSON of scopes. */
    gained: string;
    lost: string;
    /** Rows that left this desk with the scopes. */
    rows_left: number;
    /** JSON of the ids of operations on those rows that the centre had not answered. */
    unsent: string;
    seen_at: string | null;
  };
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
  code: {
    id: string;
    list: CodeList;
    code: string;
    name_nl: string;
    name_fr: string;
    name_en: string;
    family: string;
    position: number;
    valid_from: string;
    valid_to: string;
    version: number;
  };
  party: {
    id: string;
    kind: PartyKind;
    name: string;
    reach: string;
    language: string | null;
    role: string | null;
    version: number;
  };
  /** That one party is another one: a link, active until it is undone. */
  party_merge: {
    id: string;
    party_id: string;
    into_id: string;
    made_by: string;
    made_at: string;
    undone_by: string | null;
    undone_at: string | null;
    version: number;
    /** 1 when the link holds: not taken back, and no other one stands in its way. */
    stands: Generated<number>;
  };
  /** The words of a party's name as `searchKeyOf` lays them down; `party_gram` indexes them. */
  party_key: { row_id: Generated<number>; party_id: string; key: string };
  /** FTS5 over `party_key.key` by groups of three letters; asked by `match` only. */
  party_gram: { rowid: number; key: string };
  /** In how many names a group of letters occurs. */
  party_gram_count: { term: string; doc: number };
  /** What was written in a party: all its fields, the first time and at every change since. */
  party_change: {
    id: string;
    party_id: string;
    /** 1, 2, 3 … per party. */
    position: number;
    author_id: string;
    made_at: string;
    /** JSON of `PartyFields`. */
    fields: string;
  };
  contact: {
    /** Its moment: milliseconds since 1970, times a thousand, plus a counter; see `contactRowId`. */
    row_id: number;
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
    reason: string;
    summary: string;
    next_step: NextStep;
    next_note: string;
    channel: string | null;
    duration_minutes: number | null;
    language: string | null;
    need: Generated<string>;
    feeling: Feeling | null;
    assessment: Generated<string>;
    sensitivity: Generated<Sensitivity>;
    withdrawn: Generated<number>;
    /** How many amendments the row has been brought up to. */
    amendments: Generated<number>;
    version: number;
  };
  /** What a street, neighbourhood, officer, reason or channel is called in `contact_facet`. */
  facet_value: {
    number: Generated<number>;
    kind: 'street' | 'neighbourhood' | 'author' | 'reason' | 'channel';
    value: string;
  };
  /** What contacts are filtered, sorted and grouped by, in small numbers; kept by triggers. */
  contact_facet: {
    row_id: number;
    street: number;
    /** 0 for none, like `channel` and `feeling`. */
    neighbourhood: number;
    author: number;
    reason: number;
    channel: number;
    /** 1 (never) to 5 (always). */
    feeling: number;
    /** 1 to 5, in the order of `NEXT_STEPS`. */
    next_step: number;
    restricted: number;
    withdrawn: number;
    amended: number;
  };
  contact_place: BoundsTable;
  contact_problem: { contact_row: number; code: string };
  contact_party: { contact_row: number; party_id: string; position: number };
  /** What a contact said when it was submitted; there is one only once it was amended. */
  contact_original: { contact_id: string; fields: string };
  contact_amendment: {
    id: string;
    contact_id: string;
    /** 1, 2, 3 … per contact: the order in which amendments apply. */
    position: number;
    author_id: string;
    made_at: string;
    note: string;
    /** JSON of `ContactChanges`. */
    changes: string;
    /** One more than the amendments that its author knew of: orders those of several desks. */
    known: Generated<number>;
    /** JSON of `SettledPlace`. */
    place: string | null;
    /** JSON of `AmendedFrom`. */
    was: string | null;
  };
  saved_view: {
    id: string;
    owner_id: string;
    name: string;
    shared: number;
    /** JSON of `ContactView`. */
    view: string;
    deleted: number;
    version: number;
  };
  contact_draft: { id: string; form: string; saved_at: string };
  /** Bytes under the SHA-256 of the whole; whole when `received` is `size`. */
  blob: { hash: string; size: number; received: number };
  /** Bytes of a blob from `start` on; chunks follow one another without a gap. */
  blob_chunk: { row_id: Generated<number>; hash: string; start: number; bytes: Uint8Array };
  blob_thumbnail: { hash: string; media_type: MediaType; bytes: Uint8Array };
  /** A blob that the centre is to have, for the row that refers to it. */
  blob_upload: {
    entity: Entity;
    entity_id: string;
    hash: string;
    /** Bytes that the centre is known to have. */
    sent: number;
    state: 'waiting' | 'received' | 'refused';
  };
  attachment: FileColumns & {
    contact_id: string;
    author_id: string;
    withdrawn: number;
    withdrawn_note: string;
    version: number;
  };
  draft_attachment: FileColumns & { draft_id: string; removed: number };
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
    /** How the person wants to be told, a code; null when that was not said. */
    channel: string | null;
    /** How the person was told when it was closed, a code. */
    told_by: string | null;
    version: number;
    /** That of its contact; kept by triggers. */
    neighbourhood_id: Generated<string | null>;
  };
  disclosure: {
    id: string;
    made_at: string;
    officer_id: string;
    format: 'csv' | 'geojson' | 'paper';
    contacts: number;
    restricted: number;
    assessments: number;
    recipient: string;
    /** JSON of `ContactView`. */
    view: string;
  };
  /** FTS5 over what a contact says now and the notes of its amendments; kept by triggers. */
  contact_text: SearchIndex;
  /** The number by which `promise_text` names a promise. */
  promise_row: { row_id: Generated<number>; promise_id: string };
  promise_text: SearchIndex;
  /** The number by which `party_reach` names a party. */
  party_row: { row_id: Generated<number>; party_id: string };
  /** FTS5 over the ways to reach parties. */
  party_reach: SearchIndex;
}
