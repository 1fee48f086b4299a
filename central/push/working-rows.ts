import { isEntity, rulesOf } from '#shared/domain/operations/entity-registry.ts';
import { parentOf, scopesOf } from '#shared/domain/operations/entity-rules.ts';
import type { RowState } from '#shared/domain/operations/row-state.ts';

import type { CentralWrite } from '../store/central-store.ts';
import { keyOf } from '../store/commit.ts';
import type { RowKey, StoredRow } from '../store/records.ts';

/** Rows as they are in the middle of a transaction: as stored, and as earlier operations of it left them. */
export interface WorkingRows {
  load(keys: readonly RowKey[]): Promise<void>;
  get(key: RowKey): Promise<StoredRow | undefined>;
  /** Where a row with this content belongs; none for a row that is gone, undefined when its parent is missing. */
  place(key: RowKey, row: RowState): Promise<Pick<StoredRow, 'parent' | 'scopes'> | undefined>;
  /** What hangs on a row. */
  childrenOf(key: RowKey): Promise<readonly StoredRow[]>;
  /** Puts the row, and moves or removes what hangs on it along with it. */
  put(row: StoredRow): Promise<void>;
}

export function workingRows(transaction: CentralWrite): WorkingRows {
  const rows = new Map<string, StoredRow | undefined>();

  /** As stored, and those that earlier operations of this transaction have made. */
  const childrenOf = async (row: RowKey): Promise<readonly StoredRow[]> => {
    for (const child of await transaction.childrenOf([row])) {
      if (rows.get(keyOf(child)) === undefined) rows.set(keyOf(child), child);
    }
    return [...rows.values()].flatMap((child) =>
      child?.parent && keyOf(child.parent) === keyOf(row) ? [child] : [],
    );
  };

  const working: WorkingRows = {
    async load(keys) {
      const missing = [...new Map(keys.map((key) => [keyOf(key), key])).values()].filter(
        (key) => !rows.has(keyOf(key)),
      );
      if (missing.length === 0) return;
      for (const key of missing) rows.set(keyOf(key), undefined);
      for (const row of await transaction.rows(missing)) rows.set(keyOf(row), row);
    },
    async get(key) {
      await working.load([key]);
      return rows.get(keyOf(key));
    },
    async place(key, row) {
      const rules = rulesOf(key.entity);
      if (rules === undefined) return undefined;
      if (row.state !== 'present')
        return { parent: (await working.get(key))?.parent ?? null, scopes: [] };
      const parent = parentOf(rules.placement, row.fields) ?? null;
      const above = parent === null ? undefined : await working.get(parent);
      if (parent !== null && above?.row.state !== 'present') return undefined;
      return { parent, scopes: scopesOf(rules.placement, row.fields, above?.scopes ?? []) };
    },
    childrenOf,
    async put(row) {
      const before = await working.get(row);
      rows.set(keyOf(row), row);
      transaction.putRow(row);
      if (before === undefined || !isEntity(row.entity)) return;
      if (before.scopes.join() === row.scopes.join() && before.row.state === row.row.state) return;
      for (const child of await childrenOf(row)) {
        await working.put({ ...child, row: along(child.row, row.row), scopes: row.scopes });
      }
    },
  };
  return working;
}

/** What hangs on a row that is gone, goes with it; else it only moves. */
function along(child: RowState, parent: RowState): RowState {
  if (parent.state === 'present' || child.state === parent.state || child.state === 'erased') {
    return child;
  }
  const version = child.version + 1;
  return parent.state === 'erased'
    ? { ...child, version, fields: {}, origins: {}, state: 'erased' }
    : { ...child, version, state: 'deleted' };
}
