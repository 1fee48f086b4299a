import { sql } from 'kysely';

import type { DossierState } from '#shared/domain/actions/dossier.ts';
import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';
import { dossiersWithPartsDue } from './deal-repository.ts';
import { matchExpression } from './search-repository.ts';

/** A word that is looked for, with what else than the title it may be of. */
export interface DossierWord {
  /** Folded; the beginning of a word. */
  readonly word: string;
  readonly problems: readonly string[];
  readonly streets: readonly Id[];
  readonly neighbourhoods: readonly Id[];
}

export interface DossierSearch {
  /** In any of these; in every one where none is named. */
  readonly states: readonly DossierState[];
  /** Whose assessment was to be looked at again before this day; null does not narrow. */
  readonly reviewBefore: Day | null;
  /** With a deal of which a part was due up to this day and is open; null does not narrow. */
  readonly partsDueUpTo: Day | null;
  /** In any of these rows; null does not narrow. */
  readonly neighbourhoods: readonly Id[] | null;
  /** All of them are found. */
  readonly words: readonly DossierWord[];
}

/** The dossiers that match, the newest first. */
export function matchingDossiers(read: ReadHandle, search: DossierSearch) {
  return read
    .selectFrom('casework')
    .select('casework.id')
    .where(matches(read, search))
    .orderBy('casework.id', 'desc');
}

function matches(
  read: ReadHandle,
  { states, reviewBefore, partsDueUpTo, neighbourhoods, words }: DossierSearch,
) {
  const conditions = [
    sql<boolean>`casework.entity = 'dossier'`,
    ...(states.length > 0 ? [sql<boolean>`casework.state in (${sql.join(states)})`] : []),
    ...(reviewBefore === null
      ? []
      : [sql<boolean>`casework.fields ->> '$.reviewOn' < ${reviewBefore}`]),
    ...(partsDueUpTo === null
      ? []
      : [sql<boolean>`casework.id in (${dossiersWithPartsDue(read, partsDueUpTo)})`]),
    ...(neighbourhoods
      ? [sql<boolean>`casework.neighbourhood_id in ${listed(neighbourhoods)}`]
      : []),
    ...words.map(holds),
  ];
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/**
 * Titles are indexed; codes and names of places are few, and come as the ids that they stand for. A cross join, since SQLite
 * keeps its order: otherwise it goes through the stretches of all dossiers.
 */
function holds({ word, problems, streets, neighbourhoods }: DossierWord) {
  const ways = [
    sql`casework.row_id in (
      select rowid from casework_text
      where casework_text match ${`title : ${matchExpression([{ words: [word], begins: true }])}`})`,
    ...(problems.length > 0
      ? [sql`casework.fields ->> '$.problem' in (${sql.join(problems)})`]
      : []),
    ...(neighbourhoods.length > 0
      ? [sql`casework.neighbourhood_id in ${listed(neighbourhoods)}`]
      : []),
    ...(streets.length > 0
      ? [
          sql`casework.id in (
            select named.id from segment
            cross join casework_segment as named
            where named.segment_id = segment.id and named.entity = 'dossier'
              and segment.street_id in ${listed(streets)})`,
        ]
      : []),
  ];
  return sql<boolean>`(${sql.join(ways, sql` or `)})`;
}

function listed(ids: readonly Id[]) {
  return sql`(select value from json_each(${JSON.stringify(ids)}))`;
}
