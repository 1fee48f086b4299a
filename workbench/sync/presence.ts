import type { Casework } from '#shared/domain/actions/casework-rules.ts';
import type { Entity } from '#shared/domain/operations/operation.ts';

import type { PreparedStatement, WriteHandle } from '../store/handles.ts';

type Referred = Entity | 'street' | 'area';

/** The table that tells whether a row is there; none where nothing is asked. */
const TABLES: Readonly<Record<Referred, string | null>> = {
  officer: 'officer',
  code: 'code',
  partner: 'partner',
  party: 'party',
  'party-merge': 'party_merge',
  post: 'post',
  contact: 'contact',
  amendment: 'contact_amendment',
  attachment: 'attachment',
  promise: 'promise',
  'saved-view': 'saved_view',
  'territory-import': null,
  'fact-source': 'fact_source',
  'fact-import': 'fact_import',
  'fact-batch': 'fact_batch',
  'fact-weights': 'fact_weights',
  'answer-days': 'answer_days',
  'shift-hours': 'shift_hours',
  absence: '(select officer_id as id from absence)',
  dossier: caseworkOf('dossier'),
  action: caseworkOf('action'),
  measure: caseworkOf('measure'),
  delivery: caseworkOf('delivery'),
  'means-step': caseworkOf('means-step'),
  deal: caseworkOf('deal'),
  lesson: caseworkOf('lesson'),
  street: 'street',
  area: 'area',
};

/** What hangs on a dossier is in one table. */
function caseworkOf(entity: Casework): string {
  return `(select id from casework where entity = '${entity}')`;
}

/** Ids of one kind remembered before all are forgotten: more than a zone has streets or officers. */
const REMEMBERED = 20_000;

/** Whether rows are in the tables that the screens read. */
export interface Presence {
  /** What is there is remembered: nothing goes while this is in use. */
  has(entity: Referred, id: string): boolean;
  /** @param ids JSON of a list. */
  among(entity: Entity, ids: string): readonly string[];
}

export function createPresence({ prepare }: WriteHandle): Presence {
  const known = new Map<
    Referred,
    { readonly there: Set<string>; readonly ask: PreparedStatement }
  >();
  const asking = (entity: Referred, table: string) => {
    const fresh = {
      there: new Set<string>(),
      ask: prepare(`select 1 from ${table} where id = ?`),
    };
    known.set(entity, fresh);
    return fresh;
  };
  return {
    has(entity, id) {
      const table = TABLES[entity];
      if (table === null) return true;
      const { there, ask } = known.get(entity) ?? asking(entity, table);
      if (there.has(id)) return true;
      if (ask.get(id) === undefined) return false;
      if (there.size >= REMEMBERED) there.clear();
      there.add(id);
      return true;
    },
    among(entity, ids) {
      const table = TABLES[entity];
      if (table === null) return [];
      const found = prepare(
        `select id from ${table} where id in (select value from json_each(?))`,
      ).all(ids) as readonly { readonly id: string }[];
      return found.map(({ id }) => id);
    },
  };
}
