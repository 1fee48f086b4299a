import type { Generated } from 'kysely';

import type { MediaType } from '#shared/domain/attachments/media-type.ts';
import type { Feeling, NextStep, Sensitivity } from '#shared/domain/contacts/code-lists.ts';
import type { PlaceSource } from '#shared/domain/contacts/contact.ts';
import type { Entity } from '#shared/domain/operations/operation.ts';

import type { BoundsTable, FileColumns, SearchIndex } from './columns.ts';

/** Contacts with what hangs on them and what finds them again. */
export interface ContactTables {
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
    /** JSON of `ContactView`; of a calendar of its `BoardFilter`. */
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
    format: 'csv' | 'geojson' | 'icalendar' | 'open311' | 'paper';
    /** Which kind of thing left. */
    what: string;
    items: number;
    restricted: number;
    assessments: number;
    recipient: string;
    /** JSON of `Disclosed`. */
    subject: string;
  };
  /** FTS5 over what a contact says now and the notes of its amendments; kept by triggers. */
  contact_text: SearchIndex;
  /** The number by which `promise_text` names a promise. */
  promise_row: { row_id: Generated<number>; promise_id: string };
  promise_text: SearchIndex;
  /** Words of dossiers and actions, by the number of their row. */
  casework_text: SearchIndex;
  /** The number by which `party_reach` names a party. */
  party_row: { row_id: Generated<number>; party_id: string };
  /** FTS5 over the ways to reach parties. */
  party_reach: SearchIndex;
}
