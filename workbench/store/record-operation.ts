import type { Transaction } from 'kysely';

import type { Instant } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

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
 */
export async function recordOperation(
  transaction: Transaction<Schema>,
  entry: OperationEntry,
  origin: OperationOrigin,
): Promise<void> {
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
      change: JSON.stringify(entry.change),
      state: 'only-here',
      receipt: '',
    })
    .execute();
  await recordBase(transaction, origin.opId, entry);
}
