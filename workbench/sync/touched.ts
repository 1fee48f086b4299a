import { ENTITY_ORDER, isEntity } from '#shared/domain/operations/entity-registry.ts';

import type { WriteHandle } from '../store/handles.ts';
import type { RowKey } from './row-key.ts';

/** Rows looked at in one go. */
const PAGE = 250;

/**
 * The rows that a pull has touched, in a table: a scope of a million rows may be withdrawn at once, and
 * memory stays flat.
 */
export interface Touched {
  add(keys: readonly RowKey[]): void;
  /** All rows that this scope has from before `generation`. */
  addScope(scope: string, generation: number): void;
  /** Page by page, each after what it refers to, or before it with `backwards`. */
  pages(direction: 'forwards' | 'backwards'): Generator<readonly RowKey[]>;
  /** It needs no more looking at. */
  leaveOut(key: RowKey): void;
  readonly count: number;
  entities(): readonly string[];
  clear(): void;
}

export function openTouched({ prepare }: WriteHandle): Touched {
  const put = prepare(
    'insert or ignore into sync_touched (place, entity, entity_id) values (?, ?, ?)',
  );
  const putScope = prepare(`
    insert or ignore into sync_touched (place, entity, entity_id)
    select coalesce((select key from json_each(?) where value = entity), ${ENTITY_ORDER.length}),
      entity, entity_id
    from row_scope where scope = ? and generation < ?`);
  const take = prepare('delete from sync_touched where place = ? and entity = ? and entity_id = ?');
  const select = (comparison: '<' | '>', order: 'asc' | 'desc') =>
    prepare(`
      select place, entity, entity_id as id from sync_touched
      where (place, entity, entity_id) ${comparison} (?, ?, ?)
      order by place ${order}, entity ${order}, entity_id ${order} limit ${PAGE}`);
  const pagesOf = {
    forwards: { statement: select('>', 'asc'), start: [-1, '', ''] },
    backwards: { statement: select('<', 'desc'), start: [ENTITY_ORDER.length + 1, '', ''] },
  } as const;
  const clear = prepare('delete from sync_touched');
  const counted = prepare('select count(*) as rows from sync_touched');
  const distinct = prepare('select distinct entity from sync_touched');
  clear.run();
  return {
    add(keys) {
      for (const { entity, id } of keys) put.run(placeOf(entity), entity, id);
    },
    addScope(scope, generation) {
      putScope.run(JSON.stringify(ENTITY_ORDER), scope, generation);
    },
    *pages(direction) {
      const { statement, start } = pagesOf[direction];
      let [place, entity, id]: readonly [number, string, string] = start;
      for (;;) {
        const rows = statement.all(place, entity, id) as readonly PlacedKey[];
        const last = rows.at(-1);
        if (last === undefined) return;
        yield rows;
        ({ place, entity, id } = last);
      }
    },
    leaveOut({ entity, id }) {
      take.run(placeOf(entity), entity, id);
    },
    get count() {
      return (counted.get() as { readonly rows: number }).rows;
    },
    entities() {
      const rows = distinct.all() as readonly { readonly entity: string }[];
      return rows.map(({ entity }) => entity);
    },
    clear() {
      clear.run();
    },
  };
}

interface PlacedKey extends RowKey {
  readonly place: number;
}

function placeOf(entity: string): number {
  return isEntity(entity) ? ENTITY_ORDER.indexOf(entity) : ENTITY_ORDER.length;
}
