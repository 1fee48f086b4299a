import type { Transaction } from 'kysely';

import type { Change } from '#shared/domain/operations/operation.ts';
import type { Instant } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';
import { LIMITS } from '#shared/protocol/limits.ts';

import { WorkbenchError } from '../errors.ts';
import type { OperationEntry } from './handles.ts';
import { recordBase } from './operation-base.ts';
import type { Schema } from './schema.ts';
import type { FileIdentity } from './store.ts';

/** Version of the shape of `change` that this application writes. */
const OP_VERSION = 1;

export interface OperationOrigin {
  readonly opId: Id;
  readonly madeAt: Instant;
  readonly identity: FileIdentity;
}

/**
 * Appends an operation to the outbox with the next sequence number of this device: numbers follow
 * one another without a gap, because they are taken inside the transaction.
 *
 * Throws INVALID_FIELD (more-than-can-be-sent, with the longest of its fields) for a change that no centre would take:
 * it would never leave the desk, and nothing behind it either.
 */
export async function recordOperation(
  transaction: Transaction<Schema>,
  entry: OperationEntry,
  origin: OperationOrigin,
): Promise<void> {
  const change = JSON.stringify(entry.change);
  if (change.length > LIMITS.changeCharacters) {
    throw new WorkbenchError('INVALID_FIELD', {
      field: longestField(entry.change),
      reason: 'more-than-can-be-sent',
    });
  }
  const { last } = await transaction
    .selectFrom('operation')
    .select((expression) => expression.fn.max('device_seq').as('last'))
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('operation')
    .values({
      device_seq: Number(last ?? 0) + 1,
      op_id: origin.opId,
      device_id: origin.identity.deviceId,
      author_id: origin.identity.officerId,
      made_at: origin.madeAt,
      entity: entry.entity,
      entity_id: entry.entityId,
      base_version: entry.baseVersion,
      op_version: OP_VERSION,
      change,
      state: 'only-here',
      receipt: '',
    })
    .execute();
  await recordBase(transaction, origin.opId, entry);
}

function longestField(change: Change): string {
  const fields = Object.entries(change.kind === 'patch' ? change.fields : change.arguments);
  const lengthOf = (value: unknown): number => JSON.stringify(value).length;
  const [longest] = fields.toSorted(([, one], [, other]) => lengthOf(other) - lengthOf(one));
  return longest?.[0] ?? '';
}
