import type { Entity } from '#shared/domain/operations/operation.ts';

import { contactTable, promiseTable } from './contact-tables.ts';
import type { EntityTable } from './entity-table.ts';
import { officerTable, partnerTable, postTable } from './people-tables.ts';

/**
 * The tables of each entity; null for one of which only the centre's row is kept. A territory travels as
 * the notice that it was imported: the rows themselves come from the file.
 */
export const ENTITY_TABLES: Readonly<Record<Entity, EntityTable | null>> = {
  officer: officerTable,
  partner: partnerTable,
  post: postTable,
  contact: contactTable,
  promise: promiseTable,
  'territory-import': null,
};
