import type { Id } from '#shared/lib/ids.ts';
import { combineDigests, EMPTY_DIGEST, memberDigest } from '#shared/lib/set-digest.ts';
import { type CompleteMessage, sumMember } from '#shared/protocol/pull.ts';

import type { Tables } from './tables/entity-table.ts';

export interface RowKey {
  readonly entity: string;
  readonly id: Id;
}

interface ScopeState {
  cursor: number;
  generation: number;
  whole: boolean;
  rows: number;
  digest: string;
}

/** Which rows are in which of the desk's scopes, with sums kept along. Stored by `save`. */
export interface RowScopes {
  /** The scopes that the desk may see now, and after which commit the stream begins in each. */
  settle(starts: Readonly<Record<string, number>>): Promise<readonly RowKey[]>;
  put(scope: string, key: RowKey, version: number): Promise<void>;
  drop(scope: string, key: RowKey): Promise<void>;
  /** What a scope that was fetched whole did not bring again is not in it any more. */
  sweep(): Promise<readonly RowKey[]>;
  /** Everything up to this commit has been received. */
  moveTo(targetSeq: number): void;
  /** Scopes that are not what the centre says they are; they will be fetched whole again. */
  compare(sums: CompleteMessage['sums']): readonly string[];
  save(): Promise<void>;
}

export async function openRowScopes(tables: Tables): Promise<RowScopes> {
  const states = new Map<string, ScopeState>();
  for (const row of await tables
    .selectFrom('sync_scope')
    .select(['scope', 'cursor', 'generation', 'whole', 'row_count', 'digest'])
    .execute()) {
    const { cursor, generation, digest } = row;
    states.set(row.scope, {
      cursor,
      generation,
      whole: row.whole === 1,
      rows: row.row_count,
      digest,
    });
  }
  const starts = new Map<string, number>();

  const count = (scope: string, change: 1 | -1, key: RowKey, version: number): void => {
    const state = states.get(scope);
    if (state === undefined) return;
    state.rows += change;
    state.digest = combineDigests(
      state.digest,
      memberDigest(sumMember(key.entity, key.id, version)),
    );
  };
  const versionIn = async (scope: string, key: RowKey): Promise<number | undefined> => {
    const found = await tables
      .selectFrom('row_scope')
      .select('version')
      .where('scope', '=', scope)
      .where('entity', '=', key.entity)
      .where('entity_id', '=', key.id)
      .executeTakeFirst();
    return found?.version;
  };
  const store = async (scope: string, state: ScopeState): Promise<void> => {
    const columns = {
      cursor: state.cursor,
      generation: state.generation,
      whole: state.whole ? 1 : 0,
      row_count: state.rows,
      digest: state.digest,
    };
    await tables
      .insertInto('sync_scope')
      .values({ scope, ...columns })
      .onConflict((conflict) => conflict.column('scope').doUpdateSet(columns))
      .execute();
  };

  return {
    async settle(given) {
      const gone: RowKey[] = [];
      for (const scope of [...states.keys()]) {
        if (scope in given) continue;
        const rows = await tables
          .deleteFrom('row_scope')
          .where('scope', '=', scope)
          .returning(['entity', 'entity_id'])
          .execute();
        gone.push(...rows.map((row) => ({ entity: row.entity, id: row.entity_id })));
        await tables.deleteFrom('sync_scope').where('scope', '=', scope).execute();
        states.delete(scope);
      }
      for (const [scope, start] of Object.entries(given)) {
        starts.set(scope, start);
        const known = states.get(scope);
        if (known !== undefined && (start > 0 || known.cursor === 0)) continue;
        const generation = (known?.generation ?? 0) + 1;
        const sum = known ?? { rows: 0, digest: EMPTY_DIGEST };
        const state = { ...sum, cursor: 0, generation, whole: false };
        states.set(scope, state);
        await store(scope, state);
      }
      return gone;
    },
    async put(scope, key, version) {
      const state = states.get(scope);
      if (state === undefined) return;
      const before = await versionIn(scope, key);
      if (before !== undefined) count(scope, -1, key, before);
      count(scope, 1, key, version);
      const { generation } = state;
      await tables
        .insertInto('row_scope')
        .values({ scope, entity: key.entity, entity_id: key.id, version, generation })
        .onConflict((conflict) =>
          conflict.columns(['scope', 'entity', 'entity_id']).doUpdateSet({ version, generation }),
        )
        .execute();
    },
    async drop(scope, key) {
      const before = await versionIn(scope, key);
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
      const gone: RowKey[] = [];
      for (const [scope, state] of states) {
        if (state.whole) continue;
        state.whole = true;
        const rows = await tables
          .deleteFrom('row_scope')
          .where('scope', '=', scope)
          .where('generation', '<', state.generation)
          .returning(['entity', 'entity_id', 'version'])
          .execute();
        for (const row of rows) {
          const key = { entity: row.entity, id: row.entity_id };
          count(scope, -1, key, row.version);
          gone.push(key);
        }
      }
      return gone;
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
        if (sum === undefined || (sum.rows === state.rows && sum.digest === state.digest)) continue;
        differing.push(scope);
        state.cursor = 0;
        state.generation += 1;
        state.whole = false;
      }
      return differing;
    },
    async save() {
      for (const [scope, state] of states) await store(scope, state);
    },
  };
}
