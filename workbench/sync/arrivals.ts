import { ENTITY_ORDER, isEntity, rulesOf } from '#shared/domain/operations/entity-registry.ts';
import { type Fields, referencedBy } from '#shared/domain/operations/entity-rules.ts';
import type { Entity } from '#shared/domain/operations/operation.ts';

import type { WriteHandle } from '../store/handles.ts';
import { createBulkRows, type RowMessage } from './bulk-rows.ts';
import { createPresence } from './presence.ts';
import type { RowKey } from './row-key.ts';
import type { RowScopes } from './row-scopes.ts';
import { understands } from './understood.ts';

/** Rows of the centre as they arrive. */
export interface Arrivals {
  /**
   * Notes what the centre has of these rows, and puts those that are new here, and that nobody here has
   * worked on, straight into the tables of the screens.
   *
   * @returns the others that are not as they were: what the screens show of them has to be settled.
   */
  take(rows: readonly RowMessage[]): readonly RowKey[];
  /** Rows that went straight into their tables. */
  readonly fresh: number;
  /** What these are. */
  readonly entities: ReadonlySet<string>;
  /** To be called once, after the last rows. */
  end(): void;
}

export interface ArrivalsOptions {
  readonly scopes: RowScopes;
  /** Whether so much arrives that the indexes of words follow later. */
  readonly bulk: boolean;
}

export function createArrivals(handle: WriteHandle, options: ArrivalsOptions): Arrivals {
  const { scopes, bulk } = options;
  const { prepare } = handle;
  const presence = createPresence(handle);
  const bulkRows = createBulkRows(handle, bulk);
  const shadowsOf = prepare(`
    select entity_id as id, version, fields from shadow
    where entity = ? and entity_id in (select value from json_each(?))`);
  const putShadow = prepare(`
    insert into shadow (entity, entity_id, version, fields) values (?, ?, ?, ?)
    on conflict (entity, entity_id) do update set version = excluded.version, fields = excluded.fields`);
  const workedOn = prepare(`
    select distinct entity_id as id from operation
    where entity = ? and entity_id in (select value from json_each(?))`);
  let fresh = 0;
  const entities = new Set<string>();

  const changedIn = (entity: string, rows: readonly RowMessage[]) => {
    const ids = JSON.stringify(rows.map(({ id }) => id));
    const before = new Map(
      (shadowsOf.all(entity, ids) as readonly ShadowRow[]).map((row) => [row.id, row]),
    );
    const added: RowMessage[] = [];
    const changed: RowMessage[] = [];
    for (const row of rows) {
      const fields = JSON.stringify(row.fields);
      const known = before.get(row.id);
      if (known?.version === row.version && known.fields === fields) continue;
      putShadow.run(entity, row.id, row.version, fields);
      (known === undefined ? added : changed).push(row);
      before.set(row.id, { id: row.id, version: row.version, fields });
    }
    return { added, changed };
  };

  const withoutWork = (entity: Entity, rows: readonly RowMessage[]): readonly RowMessage[] => {
    const ids = JSON.stringify(rows.map(({ id }) => id));
    const ours = workedOn.all(entity, ids) as readonly { readonly id: string }[];
    const known = new Set([...ours.map(({ id }) => id), ...presence.among(entity, ids)]);
    return known.size === 0 ? rows : rows.filter(({ id }) => !known.has(id));
  };

  const shown = (entity: Entity, row: RowMessage): boolean => {
    const { fields } = row;
    if (!understands(entity, fields) || !referencesThere(entity, fields)) return false;
    return bulkRows.write(entity, row);
  };
  const referencesThere = (entity: Entity, fields: Fields): boolean =>
    Object.entries(rulesOf(entity)?.references ?? {}).every(([field, other]) =>
      referencedBy(fields, field).every((id) => presence.has(other, id)),
    );

  return {
    entities,
    get fresh() {
      return fresh;
    },
    take(rows) {
      scopes.putAll(rows);
      const touched: RowKey[] = [];
      for (const [entity, some] of byEntity(rows)) {
        const { added, changed } = changedIn(entity, some);
        touched.push(...changed);
        if (!isEntity(entity) || !bulkRows.knows(entity)) {
          touched.push(...added);
          continue;
        }
        const untouched = new Set(withoutWork(entity, added));
        for (const row of added) {
          if (untouched.has(row) && shown(entity, row)) {
            fresh += 1;
            entities.add(entity);
          } else touched.push(row);
        }
      }
      bulkRows.flush();
      return touched;
    },
    end: () => {
      bulkRows.end();
    },
  };
}

interface ShadowRow {
  readonly id: string;
  readonly version: number;
  readonly fields: string;
}

/** What others refer to comes before them. */
function byEntity(rows: readonly RowMessage[]): readonly [string, readonly RowMessage[]][] {
  const groups = [...Map.groupBy(rows, ({ entity }) => entity)];
  const place = (entity: string): number =>
    isEntity(entity) ? ENTITY_ORDER.indexOf(entity) : ENTITY_ORDER.length;
  return groups.sort(([one], [other]) => place(one) - place(other));
}
