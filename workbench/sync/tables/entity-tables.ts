import type { Entity } from '#shared/domain/operations/operation.ts';

import { absenceTable } from './absence-table.ts';
import { amendmentTable } from './amendment-table.ts';
import { answerDaysTable } from './answer-days-table.ts';
import { attachmentTable } from './attachment-table.ts';
import { CASEWORK_TABLES } from './casework-tables.ts';
import { codeTable } from './code-table.ts';
import { contactTable, promiseTable } from './contact-tables.ts';
import type { EntityTable } from './entity-table.ts';
import {
  factBatchTable,
  factImportTable,
  factSourceTable,
  factWeightsTable,
} from './fact-tables.ts';
import { mergeTable } from './merge-table.ts';
import { partyTable } from './party-table.ts';
import { officerTable, partnerTable, postTable } from './people-tables.ts';
import { shiftHoursTable } from './shift-hours-table.ts';
import { viewTable } from './view-table.ts';

/** The tables of each entity; null for one that has none: a territory travels as the notice of its import. */
export const ENTITY_TABLES: Readonly<Record<Entity, EntityTable | null>> = {
  officer: officerTable,
  code: codeTable,
  partner: partnerTable,
  party: partyTable,
  'party-merge': mergeTable,
  post: postTable,
  contact: contactTable,
  amendment: amendmentTable,
  attachment: attachmentTable,
  promise: promiseTable,
  'saved-view': viewTable,
  'territory-import': null,
  'fact-source': factSourceTable,
  'fact-import': factImportTable,
  'fact-batch': factBatchTable,
  'fact-weights': factWeightsTable,
  'answer-days': answerDaysTable,
  'shift-hours': shiftHoursTable,
  absence: absenceTable,
  ...CASEWORK_TABLES,
};
