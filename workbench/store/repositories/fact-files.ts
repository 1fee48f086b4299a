import { sql } from 'kysely';

import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';

/** The imports that stand, with their counts as they travel: the reader checks what they hold. */
export function standingImports(read: ReadHandle) {
  return read
    .selectFrom('fact_import')
    .innerJoin('fact_source', 'fact_source.id', 'source_id')
    .select([
      'fact_import.id',
      'source_id as sourceId',
      'fact_source.name',
      'origin',
      'counts',
      'imported_at as importedAt',
    ])
    .where('undone_at', 'is', null)
    .orderBy('fact_import.id');
}

/** Which batches of an import are on this desk: they come and go, and never change. */
export function batchesOfImport(read: ReadHandle, importId: Id) {
  return read
    .selectFrom('fact_batch')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max<Id | null>('id').as('last')])
    .where('import_id', '=', importId);
}

/** The days of the facts of an import that are on this desk, by how exactly they are known and by month. */
export function daysOfImport(read: ReadHandle, importId: Id) {
  return read
    .selectFrom('fact')
    .select(({ fn }) => [
      'precision',
      fn.min<Day>('first_day').as('firstDay'),
      fn.max<Day>('last_day').as('lastDay'),
      fn.countAll<number>().as('facts'),
    ])
    .where('import_id', '=', importId)
    .groupBy(['precision', sql`substr(first_day, 1, 7)`]);
}
