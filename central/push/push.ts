import { createHash } from 'node:crypto';

import { isErasure, isRemoval } from '#shared/domain/operations/apply-operation.ts';
import { type Effect, refusal } from '#shared/domain/operations/row-state.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';
import type {
  OperationResult,
  PushRequest,
  PushResponse,
  WireOperation,
} from '#shared/protocol/push.ts';

import { JUDGEMENT, type Judgement, type Principal } from '../access/access.ts';
import { CentralError } from '../errors.ts';
import type { Centre } from '../ports.ts';
import type { CentralWrite } from '../store/central-store.ts';
import {
  type DecidedOperation,
  keptChange,
  type OperationBase,
  type StoredOperation,
} from '../store/records.ts';
import { decide, type Ending, rowsLookedAt } from './decide.ts';
import { endErased } from './end-erased.ts';
import { type WorkingRows, workingRows } from './working-rows.ts';

/**
 * Decides a desk's operations, in its order, all in one transaction. An operation that is known already
 * is not decided again: its outcome comes back.
 *
 * Throws EPOCH_CHANGED, SEQUENCE_GAP, SEQUENCE_REUSED, OPERATION_ALTERED, INVALID_FIELD; then nothing
 * of the request was stored.
 */
export async function push(
  { store, clock }: Pick<Centre, 'store' | 'clock'>,
  principal: Principal,
  request: PushRequest,
  judgement: Judgement = JUDGEMENT,
): Promise<PushResponse> {
  requireOrder(request.operations);
  const day = dayOf(clock.now());
  const { value, operations: decided } = await store.write(
    principal.zoneId,
    async (transaction) => {
      const zone = await transaction.zone();
      const last = await transaction.lockDesk(principal.deviceId);
      if (request.epoch !== null && request.epoch !== zone.epoch) {
        throw new CentralError('EPOCH_CHANGED', { epoch: zone.epoch, expected: last + 1 });
      }
      const { known, fresh } = await sift(
        transaction,
        principal.deviceId,
        request.operations,
        last,
      );
      const outcomes = await outcomesOf(transaction, fresh, known);
      const rows = workingRows(transaction);
      await rows.load(rowsLookedAt(fresh));
      const rights = await transaction.rights(principal.officerId);
      const decided: (readonly [WireOperation, Effect])[] = [];
      for (const operation of fresh) {
        const effect = await decide(operation, {
          principal,
          epoch: zone.epoch,
          day,
          rights,
          rows,
          outcomes,
          mayWrite: judgement.mayWrite,
        });
        outcomes.set(operation.opId, endingOf(effect));
        decided.push([operation, effect]);
      }
      for (const [operation, effect] of decided) {
        const forgotten = !isRemoval(operation.change) && (await isErased(operation, rows));
        transaction.putOperation(
          decidedOperation(operation, principal.deviceId, effect, forgotten),
        );
      }
      if (
        decided.some(([{ change }, { outcome }]) => isErasure(change) && outcome === 'accepted')
      ) {
        await endErased(transaction, rows, outcomes);
      }
      const lastDeviceSeq = Math.max(last, fresh.at(-1)?.deviceSeq ?? 0);
      return { epoch: zone.epoch, lastDeviceSeq, known };
    },
    { ...principal, day },
  );
  const results = new Map(value.known);
  for (const { opId, result } of decided) results.set(opId, result);
  return {
    epoch: value.epoch,
    lastDeviceSeq: value.lastDeviceSeq,
    results: request.operations.flatMap(({ opId }) => results.get(opId) ?? []),
  };
}

/** SHA-256 of the operation as it was sent. */
export function payloadHash(operation: WireOperation): string {
  return createHash('sha256').update(canonicalJson(operation)).digest('hex');
}

function requireOrder(operations: readonly WireOperation[]): void {
  const first = operations[0]?.deviceSeq ?? 0;
  operations.forEach(({ deviceSeq }, index) => {
    if (deviceSeq !== first + index) {
      throw new CentralError('INVALID_FIELD', {
        field: `operations.${index}.deviceSeq`,
        reason: 'not-in-order',
      });
    }
  });
  if (new Set(operations.map(({ opId }) => opId)).size < operations.length) {
    throw new CentralError('INVALID_FIELD', { field: 'operations', reason: 'same-id-twice' });
  }
}

interface Sifted {
  readonly known: ReadonlyMap<Id, OperationResult>;
  readonly fresh: readonly WireOperation[];
}

/** Tells what was decided before from what is new, and refuses what does not follow on. */
async function sift(
  transaction: CentralWrite,
  deviceId: Id,
  operations: readonly WireOperation[],
  last: number,
): Promise<Sifted> {
  const stored = new Map<Id, StoredOperation>(
    (await transaction.operations(operations.map(({ opId }) => opId))).map((one) => [
      one.opId,
      one,
    ]),
  );
  const fresh: WireOperation[] = [];
  for (const operation of operations) {
    const found = stored.get(operation.opId);
    if (found !== undefined) {
      if (found.deviceId !== deviceId || found.payloadHash !== payloadHash(operation)) {
        throw new CentralError('OPERATION_ALTERED', { expected: operation.deviceSeq });
      }
      continue;
    }
    if (operation.deviceSeq <= last) {
      throw new CentralError('SEQUENCE_REUSED', { expected: last + 1 });
    }
    if (operation.deviceSeq !== last + fresh.length + 1) {
      throw new CentralError('SEQUENCE_GAP', { expected: last + 1 });
    }
    fresh.push(operation);
  }
  return { known: new Map([...stored].map(([opId, { result }]) => [opId, result])), fresh };
}

async function outcomesOf(
  transaction: CentralWrite,
  fresh: readonly WireOperation[],
  known: Sifted['known'],
): Promise<Map<Id, Ending>> {
  const outcomes = new Map<Id, Ending>(known);
  const own = new Set(fresh.map(({ opId }) => opId));
  const others = new Set(
    fresh.flatMap(({ dependsOn }) => dependsOn).filter((opId) => !own.has(opId)),
  );
  for (const { opId, result } of await transaction.operations([...others])) {
    outcomes.set(opId, result);
  }
  return outcomes;
}

function endingOf(effect: Effect): Ending {
  return { outcome: effect.outcome, code: 'code' in effect ? effect.code : '' };
}

async function isErased({ entity, entityId: id }: WireOperation, rows: WorkingRows) {
  return (await rows.get({ entity, id }))?.row.state === 'erased';
}

/** @param forgotten the row is erased by now: that something was done stays, what it said does not. */
function decidedOperation(
  operation: WireOperation,
  deviceId: Id,
  effect: Effect,
  forgotten: boolean,
): DecidedOperation {
  const { opId, deviceSeq, authorId, madeAt, entity, entityId, change } = operation;
  const ending = forgotten && effect.outcome === 'quarantined' ? refusal('erased') : effect;
  const refused = 'code' in ending;
  return {
    opId,
    deviceId,
    deviceSeq,
    authorId,
    madeAt,
    entity,
    entityId,
    change: forgotten ? null : keptChange(change, endingOf(ending)),
    payloadHash: payloadHash(operation),
    result: {
      opId,
      deviceSeq,
      ...endingOf(ending),
      field: refused ? ending.field : '',
      conflicts: refused || forgotten ? [] : [...ending.conflicts],
      note: '',
    },
    ...(ending.outcome === 'quarantined' && { base: baseOf(operation) }),
  };
}

/** What the operation says besides the change; with it, it can be decided again. */
function baseOf({ baseVersion, baseEpoch, opVersion, dependsOn }: WireOperation): OperationBase {
  return { version: baseVersion, epoch: baseEpoch, opVersion, dependsOn };
}
