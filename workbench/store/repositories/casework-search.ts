import { sql } from 'kysely';

import type { SearchQuery } from '#shared/domain/search/search-query.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';
import { matchExpression } from './search-repository.ts';

export interface FoundCaseworkRow {
  readonly row_id: number;
  readonly id: Id;
  readonly entity: string;
  readonly fields: string;
}

/**
 * Dossiers and actions that match, those that came last first, before `cursor`. The index is read backwards
 * and no further than needed.
 */
export function findCaseworkTexts(
  read: ReadHandle,
  query: SearchQuery,
  cursor: number | null,
  limit: number,
) {
  let found = read
    .selectFrom('casework_text')
    .select('rowid')
    .where(sql<boolean>`casework_text match ${matchExpression(query)}`)
    .orderBy('rowid', 'desc')
    .limit(limit);
  if (cursor !== null) found = found.where('rowid', '<', cursor);
  return read
    .selectFrom('casework')
    .select(['row_id', 'id', 'entity', 'fields'])
    .where('row_id', 'in', found)
    .orderBy('row_id', 'desc');
}
