import type { StoredOperation } from '../../central/store/records.ts';
import { orderOf } from './applied-once.ts';
import { hold } from './broken.ts';
import type { CentreState, SettledDesk, SettledTown } from './settled.ts';
import { TYPED } from './typed.ts';

/** Every text that somebody typed is in what the centre keeps, or asked about at the desk. */
export async function everyTextIsSomewhere(
  { read }: SettledDesk,
  { operations, rows }: CentreState,
  knowledge: Knowledge,
): Promise<void> {
  const kept = new Map(operations.map((operation) => [operation.opId, operation]));
  const attention = new Map(
    (
      await read
        .selectFrom('operation_outcome')
        .select(['op_id', 'conflicts', 'needs_attention'])
        .execute()
    ).map((row) => [row.op_id, row]),
  );
  const erased = new Set(rows.filter(({ row }) => row.state === 'erased').map(({ id }) => id));
  const own = await read
    .selectFrom('operation')
    .select(['op_id', 'entity_id', 'change', 'state'])
    .execute();
  for (const operation of own) {
    const asked = attention.get(operation.op_id);
    if (operation.state === 'rejected' || operation.state === 'quarantined') {
      hold(asked?.needs_attention === 1, 'what was not accepted is asked about');
      continue;
    }
    const twin = kept.get(operation.op_id);
    if (erased.has(operation.entity_id)) continue;
    for (const [text] of JSON.stringify(twin?.change ?? {}).matchAll(TYPED)) {
      const row = rows.find(({ id }) => id === operation.entity_id);
      const inRow = JSON.stringify(row?.row.fields ?? {}).includes(text);
      const shown = asked?.needs_attention === 1 && asked.conflicts.includes(text);
      hold(
        inRow || shown || replacedKnowingly(text, twin, operations, knowledge),
        'an accepted text is in the row, or asked about, or was replaced by somebody who knew it',
      );
    }
  }
}

interface Knowledge {
  /** The version of its row that each operation led to. */
  readonly versions: ReadonlyMap<string, number>;
  /** What each desk knew when it made an operation; null where a restored centre has made it void. */
  readonly bases: ReadonlyMap<string, number> | null;
}

export async function basesOf({ desks, restored }: SettledTown): Promise<Knowledge['bases']> {
  if (restored) return null;
  const bases = new Map<string, number>();
  for (const { read } of desks) {
    const rows = await read.selectFrom('operation_base').select(['op_id', 'version']).execute();
    for (const row of rows) bases.set(row.op_id, row.version);
  }
  return bases;
}

/** Whether a later operation on the same row gave the field another value without a conflict. */
function replacedKnowingly(
  text: string,
  operation: StoredOperation | undefined,
  operations: readonly StoredOperation[],
  { versions, bases }: Knowledge,
): boolean {
  const given = givenBy(operation);
  const field = Object.keys(given).find((name) => JSON.stringify(given[name]).includes(text));
  if (operation === undefined || field === undefined) return false;
  const knew = (other: StoredOperation): boolean =>
    bases === null ||
    other.deviceId === operation.deviceId ||
    (bases.get(other.opId) ?? 0) >= (versions.get(operation.opId) ?? Infinity);
  return operations.some(
    (other) =>
      knew(other) &&
      other.entityId === operation.entityId &&
      orderOf(other) > orderOf(operation) &&
      ['accepted', 'merged'].includes(other.result.outcome) &&
      field in givenBy(other) &&
      other.result.conflicts.every((conflict) => conflict.field !== field),
  );
}

function givenBy(operation: StoredOperation | undefined): Readonly<Record<string, unknown>> {
  const change = operation?.change;
  if (change === null || change === undefined) return {};
  return change.kind === 'patch' ? change.fields : change.arguments;
}
