import type { OperationResult } from '#shared/protocol/push.ts';

import { dropUpload, keepUpload } from '../store/repositories/blob-repository.ts';
import type { RowKey } from './row-key.ts';
import type { Tables } from './tables/entity-table.ts';
import { withdraw } from './withdraw.ts';

/** States of what the centre had the words of. */
const HAD: readonly string[] = ['accepted', 'merged', 'quarantined'];

/** The code of an outcome that says, on this desk alone, that a supervisor took what had been set aside. */
export const RELEASED = 'released';

/**
 * The row of work that the centre takes now although it had set it aside in this life: somebody who decides on such
 * work released it. Undefined for every other outcome. Asked before the outcome is noted.
 */
export async function releasedRow(
  tables: Tables,
  { opId, outcome }: Pick<OperationResult, 'opId' | 'outcome'>,
): Promise<RowKey | undefined> {
  if (outcome !== 'accepted' && outcome !== 'merged') return undefined;
  return (
    tables
      .selectFrom('operation')
      .innerJoin('operation_outcome', 'operation_outcome.op_id', 'operation.op_id')
      .select(['operation.entity', 'operation.entity_id as id'])
      .where('operation.op_id', '=', opId)
      .where('operation.state', '=', 'quarantined')
      // What a restored centre decides anew, nobody released: the outcome of its former life counts as none.
      .where('operation_outcome.seq', '>', 0)
      .executeTakeFirst()
  );
}

/** Notes how an operation ended. @returns its row, which may look different now. */
export async function putResult(
  tables: Tables,
  result: OperationResult,
): Promise<RowKey | undefined> {
  const operation = await tables
    .selectFrom('operation')
    .leftJoin('lost_operation', 'lost_operation.op_id', 'operation.op_id')
    .select([
      'entity',
      'entity_id',
      'base_version',
      'state',
      'receipt',
      'lost_operation.op_id as lost',
    ])
    .where('operation.op_id', '=', result.opId)
    .executeTakeFirst();
  // A desk that was restored from an older copy: the centre remembers more of it than it does itself.
  if (operation === undefined) return undefined;
  const isReleased = (await releasedRow(tables, result)) !== undefined;
  await tables
    .updateTable('operation')
    .set({ state: result.outcome, receipt: result.receipt })
    .where('op_id', '=', result.opId)
    .execute();
  const needsAttention =
    result.outcome === 'rejected' ||
    result.outcome === 'quarantined' ||
    result.conflicts.length > 0;
  const outcome = {
    code: isReleased ? RELEASED : result.code,
    field: result.field,
    conflicts: JSON.stringify(result.conflicts),
    note: result.note,
    seq: result.seq,
    needs_attention: needsAttention ? 1 : 0,
    resolved_at: null,
  };
  // What the officer has settled stays settled when the same outcome comes once more. Another one comes when
  // a supervisor has decided on quarantined work, or when a restored centre has decided anew.
  const isSame = operation.state === result.outcome && operation.receipt === result.receipt;
  await tables
    .insertInto('operation_outcome')
    .values({ op_id: result.opId, ...outcome })
    .onConflict((conflict) =>
      conflict
        .column('op_id')
        .doUpdateSet(isSame ? { seq: result.seq } : outcome)
        .where('operation_outcome.seq', '<', result.seq),
    )
    .execute();
  await tables.deleteFrom('lost_operation').where('op_id', '=', result.opId).execute();
  // What the centre once had, and erased, is erased here too. What it never had is its author's still.
  const makesRow = operation.base_version === 0;
  const wasThere = operation.lost !== null || HAD.includes(operation.state);
  const key = { entity: operation.entity, id: operation.entity_id };
  if (result.code === 'erased' && wasThere) {
    await withdraw(tables, result.opId);
    if (makesRow) await dropUpload({ tables }, key);
  } else if (makesRow && result.outcome === 'rejected') await keepUpload({ tables }, key);
  return key;
}
