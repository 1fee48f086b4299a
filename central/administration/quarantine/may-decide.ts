import { rulesOf } from '#shared/domain/operations/entity-registry.ts';
import { ownerOf, parentOf, scopesOf } from '#shared/domain/operations/entity-rules.ts';
import { type Scope, UNPLACED } from '#shared/domain/operations/scopes.ts';
import type { Day } from '#shared/lib/dates.ts';

import { mayWrite, scopesOf as scopesHeld } from '../../access/access.ts';
import type { WorkingRows } from '../../push/working-rows.ts';
import { type QuarantinedOperation, type RightsSnapshot, saidIn } from '../../store/records.ts';

export interface Judgement {
  readonly rights: RightsSnapshot;
  readonly day: Day;
  readonly rows: WorkingRows;
  /** Whatever else is in quarantine: what an operation hangs on may wait there as well. */
  readonly waiting: readonly QuarantinedOperation[];
}

/**
 * Whether the officer may see and decide on work that was set aside: those in charge, for what they could
 * have written themselves. What the centre does not understand belongs to those who lead.
 */
export async function mayDecide(
  operation: QuarantinedOperation,
  judgement: Judgement,
): Promise<boolean> {
  const { rights, day, rows } = judgement;
  const { account } = rights;
  if (account === undefined || account.disabled || account.role === 'officer') return false;
  const rules = rulesOf(operation.entity);
  if (rules === undefined) return scopesHeld(rights, day).has(UNPLACED);
  const { entity, entityId, change } = operation;
  const after = await placeOf(operation, judgement, new Set());
  if (after === undefined) return false;
  const row = await rows.get({ entity, id: entityId });
  // Of a row that is gone, only where the operation would have put it can tell.
  const before = row?.row.state === 'present' ? row.scopes : undefined;
  // A new row would be its author's.
  const signed = rules.placement.kind === 'owner' ? operation.authorId : undefined;
  const ownerId = row === undefined ? signed : ownerOf(rules.placement, row.row.fields);
  const fields = row?.row.fields;
  return mayWrite({ rights, day, rules, entityId, change, row: fields, ownerId, before, after });
}

/** Where the row would be; undefined when that cannot be told. */
async function placeOf(
  operation: QuarantinedOperation,
  judgement: Judgement,
  seen: Set<string>,
): Promise<readonly Scope[] | undefined> {
  const { entity, entityId, change } = operation;
  const rules = rulesOf(entity);
  if (rules === undefined || seen.has(operation.opId)) return undefined;
  seen.add(operation.opId);
  const before = await judgement.rows.get({ entity, id: entityId });
  const fields = { ...before?.row.fields, ...saidIn(change) };
  const parent = parentOf(rules.placement, fields);
  if (parent === undefined) {
    return rules.placement.kind === 'parent' ? undefined : scopesOf(rules.placement, fields, []);
  }
  const above = await judgement.rows.get(parent);
  if (above?.row.state === 'present') return above.scopes;
  const creation = judgement.waiting.find(
    (other) => other.entity === parent.entity && other.entityId === parent.id,
  );
  return creation && placeOf(creation, judgement, seen);
}
