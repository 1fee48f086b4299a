import {
  applyOperation,
  erasedRow,
  isErasure,
  isRemoval,
} from '#shared/domain/operations/apply-operation.ts';
import { rulesOf } from '#shared/domain/operations/entity-registry.ts';
import {
  type CommandRefusal,
  type Fields,
  ownerOf,
  parentOf,
} from '#shared/domain/operations/entity-rules.ts';
import type { Change } from '#shared/domain/operations/operation.ts';
import { type Effect, refusal } from '#shared/domain/operations/row-state.ts';
import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';
import type { OperationResult, WireOperation } from '#shared/protocol/push.ts';

import type { Judgement, Principal } from '../access/access.ts';
import type { RightsSnapshot, RowKey, StoredRow } from '../store/records.ts';
import type { WorkingRows } from './working-rows.ts';

export type Ending = Pick<OperationResult, 'outcome' | 'code'>;

export interface Situation {
  readonly principal: Principal;
  readonly epoch: Id;
  readonly day: Day;
  readonly rights: RightsSnapshot;
  readonly rows: WorkingRows;
  /** How earlier operations ended. */
  readonly outcomes: ReadonlyMap<Id, Ending>;
  readonly mayWrite: Judgement['mayWrite'];
}

/** How one operation ends, and what it does to the rows. It never fails: whatever is wrong has an outcome. */
export async function decide(operation: WireOperation, situation: Situation): Promise<Effect> {
  const { principal, rows, rights } = situation;
  if (!isRemoval(operation.change) && (await concernsErased(operation, situation))) {
    await leaveTrace(operation, situation);
    return refusal('erased');
  }
  if (operation.authorId !== principal.officerId) return refusal('wrong-author');
  const dependency = dependencyOf(operation, situation.outcomes);
  if (dependency !== undefined) return refusal('dependency', '', dependency);
  const rules = rulesOf(operation.entity);
  if (rules === undefined) return refusal('unknown-entity', '', 'quarantined');

  const key = { entity: operation.entity, id: operation.entityId };
  const before = await rows.get(key);
  const effect = applyOperation(rules, before?.row, {
    opId: operation.opId,
    deviceId: principal.deviceId,
    authorId: operation.authorId,
    madeAt: operation.madeAt,
    // A version of the centre's former life says nothing about what the desk had seen.
    baseVersion:
      before === undefined || operation.baseEpoch === situation.epoch ? operation.baseVersion : 0,
    change: operation.change,
  });
  if (!('row' in effect)) return effect;

  const place = await rows.place(key, effect.row);
  if (place === undefined) return refusal('missing', parentFieldOf(operation));
  const after = effect.row.state === 'present' ? effect.row.fields : undefined;
  const reason = await refusedBeside(operation, { before: before?.row.fields, after }, place, rows);
  if (reason !== undefined) return refusal(reason);
  const allowed = situation.mayWrite({
    rights,
    day: situation.day,
    rules,
    entityId: operation.entityId,
    change: operation.change,
    row: before?.row.fields,
    ownerId: ownerOf(rules.placement, effect.row.fields),
    // Of a row that is gone already nothing is left that anybody could have a right to.
    before: before?.row.state === 'present' ? before.scopes : undefined,
    after: place.scopes,
  });
  if (!allowed) return refusal('no-right', '', 'quarantined');
  if (effect.changed) await rows.put({ ...key, row: effect.row, ...place });
  return effect;
}

/**
 * Whether an operation says something of a row that was erased: of the row itself, of one that was to hang
 * on it, or of one whose making was refused for that reason.
 */
export async function concernsErased(
  operation: {
    readonly entity: string;
    readonly entityId: Id;
    readonly change: Change;
    readonly dependsOn: readonly Id[];
  },
  { rows, outcomes }: Pick<Situation, 'rows' | 'outcomes'>,
): Promise<boolean> {
  if (operation.dependsOn.some((opId) => outcomes.get(opId)?.code === 'erased')) return true;
  for (const key of rowsLookedAt([operation])) {
    if ((await rows.get(key))?.row.state === 'erased') return true;
  }
  return false;
}

/** A row that was to hang on an erased one counts as erased with it, so that no more of it comes in. */
async function leaveTrace(operation: WireOperation, { principal, rows }: Situation): Promise<void> {
  const [key, parent] = rowsLookedAt([operation]);
  if (key === undefined || parent === undefined || (await rows.get(key)) !== undefined) return;
  if ((await rows.get(parent))?.row.state !== 'erased') return;
  await rows.put({ ...key, row: erasedRow(principal.deviceId), parent, scopes: [] });
}

async function refusedBeside(
  { entity, entityId, change }: WireOperation,
  { before, after }: { readonly before: Fields | undefined; readonly after: Fields | undefined },
  { parent }: Pick<StoredRow, 'parent'>,
  rows: WorkingRows,
): Promise<CommandRefusal | undefined> {
  const rules = rulesOf(entity);
  const ofCommand =
    change.kind === 'command' ? rules?.commands[change.name]?.refuseBeside : undefined;
  const ofRow = after && rules?.beside?.matters(after, before) ? rules.beside : undefined;
  if (ofCommand === undefined && ofRow === undefined) return undefined;
  const beside = (await rows.childrenOf(parent ?? { entity, id: entityId }))
    .filter(({ row }) => row.state === 'present')
    .map((one) => ({ id: one.id, entity: one.entity, fields: one.row.fields }));
  return (
    ofCommand?.(entityId, beside, after ?? {}) ?? (after && ofRow?.refuse(after, beside, before))
  );
}

/** Rows that deciding these operations will look at: they are fetched in one go. */
export function rowsLookedAt(
  operations: readonly {
    readonly entity: string;
    readonly entityId: Id;
    readonly change: Change;
  }[],
): readonly RowKey[] {
  return operations.flatMap(({ entity, entityId, change }) => {
    const own = { entity, id: entityId };
    const placement = rulesOf(entity)?.placement;
    if (placement === undefined) return [own];
    const given = change.kind === 'patch' ? change.fields : change.arguments;
    const parent = parentOf(placement, given);
    return parent === undefined ? [own] : [own, parent];
  });
}

/** What becomes of an operation because of what it builds on; undefined when nothing stands in its way. */
function dependencyOf(
  operation: WireOperation,
  outcomes: Situation['outcomes'],
): 'rejected' | 'quarantined' | undefined {
  // Erasing is a duty that waits for nothing.
  if (isErasure(operation.change)) return undefined;
  const ends = operation.dependsOn.map((opId) => outcomes.get(opId)?.outcome ?? 'rejected');
  if (ends.includes('rejected')) return 'rejected';
  return ends.includes('quarantined') ? 'quarantined' : undefined;
}

function parentFieldOf({ entity }: WireOperation): string {
  const placement = rulesOf(entity)?.placement;
  return placement?.kind === 'parent' ? placement.field : '';
}
