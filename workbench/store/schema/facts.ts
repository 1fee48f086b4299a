import type { Generated } from 'kysely';

import type { FactOrigin, FactTie } from '#shared/domain/facts/fact.ts';
import type { FactPrecision } from '#shared/domain/facts/fact-time.ts';

/** Recorded facts: where they come from, how they came in, and a narrow row for each. */
export interface FactTables {
  /** A series of facts gathered in one way, with the days on which that way changed. */
  fact_source: {
    id: string;
    name: string;
    origin: FactOrigin;
    credit: string;
    /** JSON of the mapping that its files were last read by, or null. */
    mapping: string | null;
    /** JSON list of method breaks, in order of day. */
    breaks: string;
    /** JSON list of first days of years in which the method did not change, though it looked so. */
    unchanged: Generated<string>;
    version: number;
  };
  fact_import: {
    id: string;
    source_id: string;
    file_name: string;
    imported_at: string;
    imported_by: string;
    /** JSON of the plan by which the file was read. */
    plan: string;
    /** JSON of how many rows became what. */
    counts: string;
    /** Null while it stands. */
    undone_at: string | null;
    version: number;
  };
  fact_import_refusal: {
    import_id: string;
    position: number;
    row_number: number;
    reason: string;
    field: string;
    value: string;
  };
  /** As facts travel: some of one import and one neighbourhood. */
  fact_batch: {
    id: string;
    import_id: string;
    neighbourhood_id: string | null;
    version: number;
  };
  /** Versions of what each kind weighs; none is ever changed. */
  fact_weights: {
    id: string;
    set_at: string;
    set_by: string;
    valid_from: string;
    note: string;
    /** JSON of weights by kind. */
    weights: string;
    version: number;
  };
  fact: {
    row_id: Generated<number>;
    batch_id: string;
    import_id: string;
    source_id: string;
    external_id: string | null;
    kind: string;
    origin: FactOrigin;
    amount: number;
    precision: FactPrecision;
    first_day: string;
    last_day: string;
    /** UTC, of a fact whose moment is known. */
    occurred_at: string | null;
    /** Of Brussels. */
    hour: number | null;
    /** 1 is Monday. */
    weekday: number | null;
    longitude: number | null;
    latitude: number | null;
    tie: FactTie;
    street_id: string | null;
    segment_id: string | null;
    neighbourhood_id: string | null;
    place_text: string | null;
    outcome: string | null;
    /**
     * 1 where the fact counts: its import stands, and no earlier one of the same source brought it.
     * Everything that shows or sums facts asks for this.
     */
    counts: number;
  };
}
