import type { Casework } from '#shared/domain/actions/casework-rules.ts';

import {
  findCasework,
  putCasework,
  removeCasework,
} from '../../store/repositories/casework-repository.ts';
import type { EntityTable } from './entity-table.ts';

/** Dossiers and what hangs on them are stored as they travel. */
const caseworkTable = (entity: Casework): EntityTable => ({
  async has(tables, id) {
    return (await findCasework(tables, entity, id)) !== undefined;
  },
  write: (tables, id, fields, version) => putCasework(tables, entity, { id, fields, version }),
  remove: (tables, id) => removeCasework(tables, entity, id),
});

export const CASEWORK_TABLES: Readonly<Record<Casework, EntityTable>> = {
  dossier: caseworkTable('dossier'),
  action: caseworkTable('action'),
  measure: caseworkTable('measure'),
  delivery: caseworkTable('delivery'),
  'means-step': caseworkTable('means-step'),
  deal: caseworkTable('deal'),
  lesson: caseworkTable('lesson'),
};
