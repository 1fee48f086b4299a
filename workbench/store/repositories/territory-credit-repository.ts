/** Which imports the territory of a day goes back to, for naming its sources. */
import { sql } from 'kysely';

import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';
import type { TerritoryTable } from './territory-import-rows.ts';

/** The imports that were not taken back, with the little that tells whether to name their source. */
export function importsInForce(read: ReadHandle) {
  return read
    .selectFrom('territory_import')
    .select([
      'id',
      'layer',
      'imported_at',
      sql<string>`coalesce(plan ->> '$.credit', '')`.as('credit'),
      sql<number>`coalesce(counts ->> '$.unchanged', 0)`.as('unchanged'),
    ])
    .where('undone_at', 'is', null)
    .orderBy('imported_at');
}

/** The imports that began rows of this table valid on that day; looks for one row of each import. */
export function importsBehind(read: ReadHandle, table: TerritoryTable, today: Day) {
  return read
    .selectFrom('territory_import')
    .select('territory_import.id')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom(table)
          .select('row_id')
          .whereRef('opened_by', '=', 'territory_import.id')
          .where('valid_from', '<=', today)
          .where('valid_to', '>', today),
      ),
    );
}

/** The imports that filled in what was not known of a street valid on that day. */
export function importsFillingStreets(read: ReadHandle, today: Day) {
  return read
    .selectFrom('territory_correction')
    .innerJoin('street', 'street.row_id', 'territory_correction.row_id')
    .select('territory_correction.import_id as id')
    .distinct()
    .where('territory_correction.entity', '=', 'street')
    .where('street.valid_from', '<=', today)
    .where('street.valid_to', '>', today);
}

/** The imports that began what this import ended in a table. */
export function importsEndedBy(read: ReadHandle, table: 'segment' | 'address', importId: Id) {
  return read
    .selectFrom(table)
    .select('opened_by as id')
    .distinct()
    .where('closed_by', '=', importId);
}
