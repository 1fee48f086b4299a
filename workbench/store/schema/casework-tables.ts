import type { Generated } from 'kysely';

import type { Casework } from '#shared/domain/actions/casework-rules.ts';

/** Dossiers and what hangs on them. */
export interface CaseworkTables {
  casework: {
    row_id: Generated<number>;
    entity: Casework;
    id: string;
    /** Of a dossier its own id; empty for what hangs on none. */
    dossier_id: string;
    /** Of an action its own id; empty for what hangs on none. */
    action_id: string;
    /** Of a dossier; empty for none. */
    neighbourhood_id: string;
    /** Of a dossier or an action; empty for others. */
    state: string;
    /** JSON of the row's fields, by the rules of its entity. */
    fields: string;
    version: number;
  };
  /** How many days those who lead have to answer, each time that it was set. */
  answer_days: { id: string; set_at: string; set_by: string; days: number; version: number };
  /** The hours of the zone's shifts, each time that they were set; `begins` is JSON of a shift plan. */
  shift_hours: { id: string; set_at: string; set_by: string; begins: string; version: number };
  /** The segments that dossiers and measures name. */
  casework_segment: { segment_id: string; entity: Casework; id: string };
  /** The contacts that dossiers name. */
  casework_contact: { contact_id: string; entity: Casework; id: string };
  /** What the board looks for of dossiers, actions, measures and steps that wait; kept by triggers. */
  board_dossier: { id: string; neighbourhood_id: string };
  board_action: {
    id: string;
    dossier_id: string;
    state: string;
    starts_on: unknown;
    ends_on: unknown;
    owner_id: unknown;
    cover_id: unknown;
    answer_by: unknown;
  };
  board_measure: {
    action_id: string;
    id: string;
    segment_id: unknown;
    street_id: unknown;
    type: unknown;
    minutes: unknown;
    times_per_week: unknown;
    /** JSON of time windows. */
    windows: unknown;
    officer_id: unknown;
    partner_id: unknown;
  };
  /**
   * `review`: an urgent one, by whoever leads; `eyes`: a heavy one, by a second pair of eyes; `answer`: those do not
   * agree.
   */
  board_step: { id: string; dossier_id: string; waits: 'review' | 'eyes' | 'answer' };
}
