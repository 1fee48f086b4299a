import {
  changeOfChoices,
  changeOfUndo,
  type Choices,
  wrongChoice,
} from '#shared/domain/operations/conflict-choice.ts';
import type { Fields } from '#shared/domain/operations/entity-rules.ts';
import type { Change, Entity } from '#shared/domain/operations/operation.ts';
import type { Conflict, RowState } from '#shared/domain/operations/row-state.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import type { WriteHandle } from '../../store/handles.ts';
import { presentRow, settleRows } from '../../sync/settle-rows.ts';
import { openTouched } from '../../sync/touched.ts';
import { topicsOf } from './topics.ts';

/**
 * Settles all conflicts of an operation at once: what is to say "mine" goes to the centre as one new
 * change on the present version; what is to say "theirs" is so already. The same choice again changes
 * nothing. Throws NOT_FOUND (conflict; record, when it is no longer on this desk), INVALID_FIELD for a
 * field without a choice, ALREADY_EXISTS when it was settled otherwise.
 */
export async function chooseSides(
  file: OpenFile,
  { opId, choices }: { readonly opId: Id; readonly choices: Choices },
): Promise<void> {
  const entity = await file.store.write(async (handle) => {
    const { tables } = handle;
    const asked = await askedOf(handle, opId);
    if (asked.conflicts.length === 0) throw new WorkbenchError('NOT_FOUND', { what: 'conflict' });
    const settled = await choiceOf(handle, opId);
    if (settled !== undefined && asked.resolvedAt !== null) {
      if (canonicalJson(settled.choices) === canonicalJson(choices)) return undefined;
      throw new WorkbenchError('ALREADY_EXISTS', { what: 'choice' });
    }
    const wrong = wrongChoice(asked.conflicts, choices);
    if (wrong !== undefined) {
      throw new WorkbenchError('INVALID_FIELD', { field: `choices.${wrong}`, reason: 'required' });
    }
    const row = await rowOf(file, handle, asked);
    const change = changeOfChoices(asked.conflicts, choices, row?.fields ?? {});
    if (change !== undefined && row === undefined) {
      throw new WorkbenchError('NOT_FOUND', { what: 'record' });
    }
    const chosenOpId = change && row ? await write(file, handle, asked, row, change) : null;
    const columns = {
      choices: JSON.stringify(choices),
      chosen_op_id: chosenOpId,
      chosen_at: file.store.clock.now(),
    };
    await tables
      .insertInto('conflict_choice')
      .values({ op_id: opId, ...columns })
      .onConflict((conflict) => conflict.column('op_id').doUpdateSet(columns))
      .execute();
    await resolve(handle, opId, columns.chosen_at);
    return asked.entity;
  });
  if (entity) announce(file, entity);
}

/**
 * Takes a choice back: fields that still say what was chosen say again what the centre said before, by a
 * new change, and the officer is asked again. Throws NOT_FOUND.
 */
export async function undoChoice(file: OpenFile, { opId }: { readonly opId: Id }): Promise<void> {
  const entity = await file.store.write(async (handle) => {
    const { tables } = handle;
    const asked = await askedOf(handle, opId);
    const settled = await choiceOf(handle, opId);
    if (settled === undefined || asked.resolvedAt === null) {
      throw new WorkbenchError('NOT_FOUND', { what: 'choice' });
    }
    const row = await rowOf(file, handle, asked);
    if (settled.chosenOpId !== null && row) {
      const { chosen, before } = await chosenBy(handle, settled.chosenOpId);
      const change = changeOfUndo(chosen, before, row.fields);
      if (change) await write(file, handle, asked, row, change);
    }
    await tables.deleteFrom('conflict_choice').where('op_id', '=', opId).execute();
    await resolve(handle, opId, null);
    return asked.entity;
  });
  announce(file, entity);
}

/**
 * Notes that the officer has seen an operation that was not taken, or takes that note back. Conflicts
 * are settled by a choice. Throws NOT_FOUND.
 */
export async function settle(
  file: OpenFile,
  { opId, settled }: { readonly opId: Id; readonly settled: boolean },
): Promise<void> {
  const entity = await file.store.write(async (handle) => {
    const asked = await askedOf(handle, opId);
    if (asked.conflicts.length > 0) throw new WorkbenchError('NOT_FOUND', { what: 'refusal' });
    await resolve(handle, opId, settled ? file.store.clock.now() : null);
    return asked.entity;
  });
  announce(file, entity);
}

interface Asked {
  readonly entity: Entity;
  readonly entityId: Id;
  readonly conflicts: readonly Conflict[];
  readonly resolvedAt: string | null;
}

async function askedOf({ tables }: WriteHandle, opId: Id): Promise<Asked> {
  const row = await tables
    .selectFrom('operation_outcome')
    .innerJoin('operation', 'operation.op_id', 'operation_outcome.op_id')
    .select(['entity', 'entity_id', 'conflicts', 'resolved_at'])
    .where('operation_outcome.op_id', '=', opId)
    .where('needs_attention', '=', 1)
    .executeTakeFirst();
  if (row === undefined) throw new WorkbenchError('NOT_FOUND', { what: 'conflict' });
  return {
    entity: row.entity,
    entityId: row.entity_id,
    conflicts: JSON.parse(row.conflicts) as Conflict[],
    resolvedAt: row.resolved_at,
  };
}

async function choiceOf({ tables }: WriteHandle, opId: Id) {
  const row = await tables
    .selectFrom('conflict_choice')
    .select(['choices', 'chosen_op_id as chosenOpId'])
    .where('op_id', '=', opId)
    .executeTakeFirst();
  return row && { ...row, choices: JSON.parse(row.choices) as Choices };
}

/** What the chosen change said, and what the centre had said in its fields. */
async function chosenBy(
  { tables }: WriteHandle,
  opId: Id,
): Promise<{ readonly chosen: Fields; readonly before: Fields }> {
  const row = await tables
    .selectFrom('operation')
    .innerJoin('operation_base', 'operation_base.op_id', 'operation.op_id')
    .select(['change', 'fields'])
    .where('operation.op_id', '=', opId)
    .executeTakeFirstOrThrow();
  const change = JSON.parse(row.change) as Change;
  return {
    chosen: change.kind === 'patch' ? change.fields : {},
    before: JSON.parse(row.fields) as Fields,
  };
}

async function rowOf(
  { store }: OpenFile,
  { tables }: WriteHandle,
  { entity, entityId: id }: Asked,
): Promise<RowState | undefined> {
  return presentRow(tables, store.identity.deviceId, { entity, id });
}

/** @returns the id of the operation. */
async function write(
  { store }: OpenFile,
  handle: WriteHandle,
  { entity, entityId }: Asked,
  row: RowState,
  change: Change,
): Promise<Id> {
  await handle.record({ entity, entityId, baseVersion: row.version, change });
  const { op_id: opId } = await handle.tables
    .selectFrom('operation')
    .select('op_id')
    .orderBy('device_seq', 'desc')
    .executeTakeFirstOrThrow();
  const touched = openTouched(handle);
  touched.add([{ entity, id: entityId }]);
  const { deviceId, officerId } = store.identity;
  await settleRows({ handle, deviceId, officerId }, touched);
  touched.clear();
  return opId;
}

async function resolve({ tables }: WriteHandle, opId: Id, at: string | null): Promise<void> {
  await tables
    .updateTable('operation_outcome')
    .set({ resolved_at: at })
    .where('op_id', '=', opId)
    .execute();
}

function announce(file: OpenFile, entity: Entity): void {
  file.announce([...topicsOf([entity]), 'outbox', 'sync']);
}
