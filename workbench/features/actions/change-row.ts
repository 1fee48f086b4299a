import type { z } from 'zod';

import { type Action, actionSchema, hasEnded } from '#shared/domain/actions/action.ts';
import type { Casework } from '#shared/domain/actions/casework-rules.ts';
import { applyOperation } from '#shared/domain/operations/apply-operation.ts';
import { rulesOf } from '#shared/domain/operations/entity-registry.ts';
import type { Fields } from '#shared/domain/operations/entity-rules.ts';
import { changedMeanwhile } from '#shared/domain/operations/meanwhile.ts';
import type { Change } from '#shared/domain/operations/operation.ts';
import type { RefusalCode } from '#shared/domain/operations/row-state.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import type { ReadHandle, WriteHandle } from '../../store/handles.ts';
import { findCasework, putCasework } from '../../store/repositories/casework-repository.ts';

/** What is done to one row of a dossier. */
export interface RowChange {
  readonly entity: Casework;
  readonly id: Id;
  readonly change: Change;
  /** The row whose last change this one falls with. */
  readonly follows?: { readonly entity: Casework; readonly id: Id };
}

/** A command by its name; the arguments are values of the row's schema, which are JSON. */
export function command(name: string, given: object): Change {
  return { kind: 'command', name, arguments: given as Fields };
}

/** Some of the fields of a row; one that is undefined stays as it is. */
export type Changes<Row> = { readonly [Field in keyof Row]?: Row[Field] | undefined };

export function patch(given: object): Change {
  const fields = Object.entries(given).filter(([, value]) => value !== undefined);
  return { kind: 'patch', fields: Object.fromEntries(fields) as Fields };
}

/**
 * Changes a row by the rules that the centre decides by, and accounts for it, within a transaction.
 * What is so already changes nothing. Throws NOT_FOUND, ALREADY_EXISTS, INVALID_FIELD and NOT_NOW.
 */
export async function changeRow(
  handle: WriteHandle,
  { identity, clock, entropy }: OpenFile['store'],
  { entity, id, change, follows }: RowChange,
): Promise<Fields> {
  const rules = rulesOf(entity);
  if (rules === undefined) throw new Error(`nothing is known of ${entity}`);
  const known = await findCasework(handle.tables, entity, id);
  const baseVersion = known?.version ?? 0;
  const { deviceId, officerId: authorId } = identity;
  const row = known && {
    version: known.version,
    fields: known.fields,
    createdBy: deviceId,
    origins: {},
    state: 'present' as const,
  };
  const madeAt = clock.now();
  // The operation gets its id when it is recorded: no rule of a dossier rests on it.
  const opId = makeId(Date.parse(madeAt), entropy.bytes(16));
  const attempt = { opId, deviceId, authorId, madeAt, baseVersion, change };
  const effect = applyOperation(rules, row, attempt);
  if (!('row' in effect)) throw refused(entity, effect.code, effect.field);
  if (!effect.changed) return effect.row.fields;
  await putCasework(handle.tables, entity, { id, ...effect.row });
  await handle.record({
    entity,
    entityId: id,
    baseVersion,
    change,
    ...(follows && { follows: { entity: follows.entity, entityId: follows.id } }),
  });
  return effect.row.fields;
}

/** As {@link changeRow} in a transaction of its own; every window hears of it. */
export async function changeAlone<Schema extends z.ZodType>(
  file: OpenFile,
  schema: Schema,
  one: RowChange,
): Promise<z.infer<Schema>> {
  const fields = await file.store.write((handle) => changeRow(handle, file.store, one));
  file.announce(['dossiers', 'outbox']);
  return schema.parse({ ...fields, id: one.id });
}

/** Fields of a row to be changed, and what stood in them when somebody began to. */
export interface SeenChanges<Form> {
  readonly id: Id;
  readonly changes: Changes<Form>;
  readonly seen?: Changes<Form> | undefined;
}

/** Throws CHANGED_MEANWHILE where a change would be over what somebody else wrote since its field was seen. */
export function checkSeen(seen: object | undefined, now: object, changes: object): void {
  const field = seen && changedMeanwhile(seen, now, changes);
  if (field !== undefined) {
    throw new WorkbenchError('CHANGED_MEANWHILE', { field: `changes.${field}` });
  }
}

/** A row by the schema of its kind. Throws NOT_FOUND. */
export async function rowOf<Schema extends z.ZodType>(
  read: ReadHandle,
  schema: Schema,
  entity: Casework,
  id: Id,
): Promise<z.infer<Schema>> {
  const row = await findCasework(read, entity, id);
  if (!row) throw new WorkbenchError('NOT_FOUND', { what: entity });
  return schema.parse({ ...row.fields, id });
}

/** An action that did not end. Throws NOT_FOUND; NOT_NOW (already-closed). */
export async function openAction(read: ReadHandle, id: Id): Promise<Action> {
  const action = await rowOf(read, actionSchema, 'action', id);
  if (hasEnded(action)) throw new WorkbenchError('NOT_NOW', { reason: 'already-closed' });
  return action;
}

/** Rows by the schema of their kind; one that a newer desk wrote otherwise is left out. */
export function rowsOf<Schema extends z.ZodType>(
  schema: Schema,
  rows: readonly { readonly id: Id; readonly fields: Fields }[],
): z.infer<Schema>[] {
  return rows.flatMap(({ id, fields }) => {
    const parsed = schema.safeParse({ ...fields, id });
    return parsed.success ? [parsed.data] : [];
  });
}

const NOT_NOW = ['already-closed', 'wrong-state', 'same-person'] as const;

function refused(entity: Casework, code: RefusalCode, field: string): WorkbenchError {
  const reason = NOT_NOW.find((known) => known === code);
  if (reason) return new WorkbenchError('NOT_NOW', { reason });
  if (code === 'exists') return new WorkbenchError('ALREADY_EXISTS', { what: entity });
  if (code === 'missing' || code === 'deleted') {
    return new WorkbenchError('NOT_FOUND', { what: entity });
  }
  return new WorkbenchError('INVALID_FIELD', { field, reason: code });
}
