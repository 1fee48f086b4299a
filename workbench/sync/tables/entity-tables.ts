import type { Entity } from '#shared/domain/operations/operation.ts';

import { attachmentTable } from './attachment-table.ts';
import { codeTable } from './code-table.ts';
import { contactTable, promiseTable } from './contact-tables.ts';
import type { EntityTable } from './entity-table.ts';
import {
  factBatchTable,
  factImportTable,
  factSourceTable,
  factWeightsTable,
} from './fact-tables.ts';
import { partyTable } from './party-table.ts';
import { officerTable, partnerTable, postTable } from './people-tables.ts';

/**
 * The tables of each entity; null for one of which only the centre's row is kept: what came in of
 * amendments, merges and saved views is not shown yet, and a territory travels as the notice that it was
 * imported (docs/spec/sync.md).
 */
export const ENTITY_TABLES: Readonly<Record<Entity, EntityTable | null>> = {
  officer: officerTable,
  code: codeTable,
  partner: partnerTable,
  party: partyTable,
  'party-merge': null,
  post: postTable,
  contact: contactTable,
  amendment: null,
  attachment: attachmentTable,
  promise: promiseTable,
  'saved-view': null,
  'territory-import': null,
  'fact-source': factSourceTable,
  'fact-import': factImportTable,
  'fact-batch': factBatchTable,
  'fact-weights': factWeightsTable,
};
