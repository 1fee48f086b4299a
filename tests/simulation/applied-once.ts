import { applyOperation } from '#shared/domain/operations/apply-operation.ts';
import { rulesOf } from '#shared/domain/operations/entity-registry.ts';
import type { RowState } from '#shared/domain/operations/row-state.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';

import type { StoredOperation } from '../../central/store/records.ts';
import { Broken, hold } from './broken.ts';
import type { CentreState } from './settled.ts';

/** By which operations are sorted in the order in which the centre decided them. */
export function orderOf({ result, deviceId }: StoredOperation): string {
  const pad = (number: number): string => String(number).padStart(9, '0');
  return `${pad(result.seq)} ${deviceId} ${pad(result.deviceSeq)}`;
}

/** Doing the accepted operations once, in their order, gives exactly the rows that the centre has. */
export function appliedExactlyOnce({ operations, rows }: CentreState): ReadonlyMap<string, number> {
  const after = new Map<string, number>();
  const versions = new Map<string, number>();
  const creations = new Map<string, RowState>();
  for (const operation of [...operations].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))) {
    const { result, change } = operation;
    if (change === null || !['accepted', 'merged'].includes(result.outcome)) continue;
    const rules = rulesOf(operation.entity);
    hold(rules !== undefined, 'an accepted operation is on a known entity');
    const key = `${operation.entity} ${operation.entityId}`;
    const before = creations.get(key);
    const effect = applyOperation(rules, before, {
      opId: operation.opId,
      deviceId: operation.deviceId,
      authorId: operation.authorId,
      madeAt: operation.madeAt,
      baseVersion: before === undefined ? 0 : Number.MAX_SAFE_INTEGER,
      change: withoutConflicts(operation),
    });
    if (!('row' in effect)) continue;
    creations.set(key, effect.row);
    versions.set(key, effect.row.version);
    after.set(operation.opId, effect.row.version);
  }
  for (const { entity, id, row } of rows) {
    if (row.state !== 'present') continue;
    const replayed = creations.get(`${entity} ${id}`);
    hold(
      canonicalJson(replayed?.fields ?? null) === canonicalJson(row.fields) &&
        versions.get(`${entity} ${id}`) === row.version,
      'each accepted operation was applied exactly once, in the order of its number',
    );
  }
  return after;
}

function withoutConflicts(operation: StoredOperation): NonNullable<StoredOperation['change']> {
  const { change, result } = operation;
  if (change === null) throw new Broken('erased');
  const inConflict = new Set(result.conflicts.map(({ field }) => field));
  if (inConflict.size === 0) return change;
  if (change.kind === 'command') return { kind: 'patch', fields: {} };
  const fields = Object.entries(change.fields).filter(([field]) => !inConflict.has(field));
  return { kind: 'patch', fields: Object.fromEntries(fields) };
}
