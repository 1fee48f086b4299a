import { EMPTY_DIGEST, type RunningDigest, runningDigest } from '#shared/lib/set-digest.ts';
import { type CompleteMessage, sumMember } from '#shared/protocol/pull.ts';

import type { WriteHandle } from '../store/handles.ts';
import type { RowKey } from './row-key.ts';
import type { Touched } from './touched.ts';

/** A row in one of its scopes. */
export interface ScopedRow extends RowKey {
  readonly scope: string;
  readonly version: number;
}

interface ScopeState {
  cursor: number;
  generation: number;
  whole: boolean;
  rows: number;
  readonly digest: RunningDigest;
}

/** Which rows are in which of the desk's scopes, with sums kept along. Stored by `save`. */
export interface RowScopes {
  /** The scopes that the desk may see now, and after which commit the stream begins in each. */
  settle(starts: Readonly<Record<string, number>>): Promise<void>;
  putAll(rows: readonly ScopedRow[]): void;
  drop(scope: string, key: RowKey): Promise<void>;
  /** What a scope that was fetched whole did not bring again is not in it any more. */
  sweep(): Promise<void>;
  /** Everything up to this commit has been received. */
  moveTo(targetSeq: number): void;
  /** Scopes that are not what the centre says they are; they will be fetched whole again. */
  compare(sums: CompleteMessage['sums']): readonly string[];
  save(): void;
}

export async function openRowScopes(
  { tables, prepare }: WriteHandle,
  touched: Pick<Touched, 'addScope'>,
): Promise<RowScopes> {
  const addRow = prepare(`
    insert into row_scope (scope, entity, entity_id, version, generation) values (?, ?, ?, ?, ?)
    on conflict do nothing`);
  const versionOf = prepare(
    'select version from row_scope where scope = ? and entity = ? and entity_id = ?',
  );
  const changeRow = prepare(`
    update row_scope set version = ?, generation = ?
    where scope = ? and entity = ? and entity_id = ?`);
  const oldRows = prepare(`
    select entity, entity_id as id, version from row_scope where scope = ? and generation < ?`);
  const states = new Map<string, ScopeState>();
  for (const row of await tables
    .selectFrom('sync_scope')
    .select(['scope', 'cursor', 'generation', 'whole', 'row_count', 'digest'])
    .execute()) {
    const { cursor, generation } = row;
    states.set(row.scope, {
      cursor,
      generation,
      whole: row.whole === 1,
      rows: row.row_count,
      digest: runningDigest(row.digest),
    });
  }
  const starts = new Map<string, number>();

  const count = (scope: string, change: 1 | -1, key: RowKey, version: number): void => {
    const state = states.get(scope);
    if (state === undefined) return;
    state.rows += change;
    state.digest.toggle(sumMember(key.entity, key.id, version));
  };
  const versionIn = (scope: string, { entity, id }: RowKey): number | undefined =>
    (versionOf.get(scope, entity, id) as KnownVersion | undefined)?.version;
  const putState = prepare(`
    insert into sync_scope (scope, cursor, generation, whole, row_count, digest)
    values (?, ?, ?, ?, ?, ?)
    on conflict (scope) do update set cursor = excluded.cursor, generation = excluded.generation,
      whole = excluded.whole, row_count = excluded.row_count, digest = excluded.digest`);
  const store = (scope: string, state: ScopeState): void => {
    const { cursor, generation, whole, rows, digest } = state;
    putState.run(scope, cursor, generation, whole ? 1 : 0, rows, digest.value);
  };

  return {
    async settle(given) {
      for (const scope of [...states.keys()]) {
        if (scope in given) continue;
        touched.addScope(scope, Number.MAX_SAFE_INTEGER);
        await tables.deleteFrom('row_scope').where('scope', '=', scope).execute();
        await tables.deleteFrom('sync_scope').where('scope', '=', scope).execute();
        states.delete(scope);
      }
      for (const [scope, start] of Object.entries(given)) {
        starts.set(scope, start);
        const known = states.get(scope);
        if (known !== undefined && (start > 0 || known.cursor === 0)) continue;
        const generation = (known?.generation ?? 0) + 1;
        const sum = known ?? { rows: 0, digest: runningDigest(EMPTY_DIGEST) };
        const state = { ...sum, cursor: 0, generation, whole: false };
        states.set(scope, state);
        store(scope, state);
      }
    },
    putAll(rows) {
      for (const row of rows) {
        const { scope, entity, id, version } = row;
        const state = states.get(scope);
        if (state === undefined) continue;
        // Most rows are new: only of one that is not is asked what it was.
        const { changes } = addRow.run(scope, entity, id, version, state.generation);
        if (changes === 0) {
          count(scope, -1, row, versionIn(scope, row) ?? version);
          changeRow.run(version, state.generation, scope, entity, id);
        }
        count(scope, 1, row, version);
      }
    },
    async drop(scope, key) {
      const before = versionIn(scope, key);
      if (before === undefined) return;
      count(scope, -1, key, before);
      await tables
        .deleteFrom('row_scope')
        .where('scope', '=', scope)
        .where('entity', '=', key.entity)
        .where('entity_id', '=', key.id)
        .execute();
    },
    async sweep() {
      for (const [scope, state] of states) {
        if (state.whole) continue;
        state.whole = true;
        touched.addScope(scope, state.generation);
        const old = oldRows.all(scope, state.generation) as readonly (RowKey & KnownVersion)[];
        for (const row of old) count(scope, -1, row, row.version);
        await tables
          .deleteFrom('row_scope')
          .where('scope', '=', scope)
          .where('generation', '<', state.generation)
          .execute();
      }
    },
    moveTo(targetSeq) {
      for (const [scope, state] of states) {
        state.cursor = Math.max(starts.get(scope) ?? 0, targetSeq);
      }
    },
    compare(sums) {
      const differing: string[] = [];
      for (const [scope, state] of states) {
        const sum = sums[scope];
        if (sum === undefined) continue;
        if (sum.rows === state.rows && sum.digest === state.digest.value) continue;
        differing.push(scope);
        state.cursor = 0;
        state.generation += 1;
        state.whole = false;
      }
      return differing;
    },
    save() {
      for (const [scope, state] of states) store(scope, state);
    },
  };
}

interface KnownVersion {
  readonly version: number;
}
