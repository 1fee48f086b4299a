import { type Effect, refusal } from '#shared/domain/operations/row-state.ts';
import type { Id } from '#shared/lib/ids.ts';
import type { OperationResult, WireOperation } from '#shared/protocol/push.ts';

import { mayWrite, type Principal } from '../../access/access.ts';
import { CentralError } from '../../errors.ts';
import type { Centre } from '../../ports.ts';
import { decide, rowsLookedAt } from '../../push/decide.ts';
import type { CentralWrite } from '../../store/central-store.ts';
import type { QuarantinedOperation } from '../../store/records.ts';
import { type Judge, judgeFor, quarantinedIn, shownTo, waitingOf } from './read-quarantine.ts';

type Ending = Pick<OperationResult, 'opId' | 'outcome' | 'code' | 'field'>;

/**
 * Decides work that was set aside once more, by the rights of the supervisor and under the name of its
 * author, and with it what waited for it. What cannot be decided yet stays where it is.
 *
 * Throws FORBIDDEN, NOT_FOUND with `opId`, and ALREADY_DECIDED when somebody else was faster.
 */
export function releaseQuarantined(
  centre: Centre,
  principal: Principal,
  opId: Id,
): Promise<{ readonly results: Ending[] }> {
  return settle(centre, principal, opId, null);
}

/** Refuses it for good, and what waited for it; the author's desk is told the reason. Throws as above. */
export function refuseQuarantined(
  centre: Centre,
  principal: Principal,
  { opId, note }: { readonly opId: Id; readonly note: string },
): Promise<{ readonly results: Ending[] }> {
  return settle(centre, principal, opId, note);
}

async function settle(
  { store, clock }: Centre,
  principal: Principal,
  opId: Id,
  note: string | null,
): Promise<{ readonly results: Ending[] }> {
  const now = clock.now();
  const isShown = (await shownTo(store, principal, now, [{ opId }])).length > 0;
  const { value } = await store.write(principal.zoneId, async (transaction) => {
    const judge = await judgeFor(transaction, principal, now);
    const first = await lockedOperation(transaction, opId);
    if (!isShown || !(await judge.may(first)))
      throw new CentralError('NOT_FOUND', { field: 'opId' });
    const turn = await openTurn(transaction, judge, principal.zoneId, first);
    const ended =
      note === null ? await turn.decide(first) : turn.end(first, refusal('refused'), note);
    const results = [ended, ...(ended.outcome === 'quarantined' ? [] : await turn.decideRest())];
    if (ended.outcome !== 'quarantined') {
      transaction.putAct({
        at: now,
        actorId: principal.officerId,
        actor: judge.rights.account?.login ?? '',
        act: note === null ? 'quarantine-released' : 'quarantine-refused',
        subjectId: opId,
        subject: ended.receipt,
        detail: {
          entity: first.entity,
          authorId: first.authorId,
          outcome: ended.outcome,
          operations: results.filter(({ outcome }) => outcome !== 'quarantined').length,
        },
      });
    }
    return results.map(({ opId: id, outcome, code, field }) => ({
      opId: id,
      outcome,
      code,
      field,
    }));
  });
  return { results: value };
}

/** The operation, with nobody else deciding on it. Throws NOT_FOUND, ALREADY_DECIDED. */
async function lockedOperation(transaction: CentralWrite, opId: Id): Promise<QuarantinedOperation> {
  const [known] = await transaction.operations([opId]);
  if (known === undefined) throw new CentralError('NOT_FOUND', { field: 'opId' });
  await transaction.lockDesk(known.deviceId);
  const operation = await quarantinedIn(transaction, opId);
  if (operation === undefined) throw new CentralError('ALREADY_DECIDED', { field: 'opId' });
  return operation;
}

interface Turn {
  decide(operation: QuarantinedOperation): Promise<Ended>;
  end(operation: QuarantinedOperation, effect: Effect, note: string): Ended;
  /** What waited for those that ended, in the order in which it was made. */
  decideRest(): Promise<readonly Ended[]>;
}
type Ended = Ending & { readonly receipt: string };

async function openTurn(
  transaction: CentralWrite,
  { rights, day, rows }: Judge,
  zoneId: Id,
  first: QuarantinedOperation,
): Promise<Turn> {
  const { epoch } = await transaction.zone();
  const waiting = await waitingOf(transaction, first.deviceId);
  const others = [...new Set(waiting.flatMap(({ base }) => base.dependsOn))];
  const outcomes = new Map<Id, Pick<OperationResult, 'outcome' | 'code'>>(
    (await transaction.operations(others)).map(({ opId, result }) => [opId, result]),
  );
  const ended = new Set<Id>();

  const turn: Turn = {
    async decide(operation) {
      const asSent = wireOperation(operation);
      await rows.load(rowsLookedAt([asSent]));
      const effect = await decide(asSent, {
        principal: { zoneId, officerId: operation.authorId, deviceId: operation.deviceId },
        epoch,
        day,
        rights,
        rows,
        outcomes,
        mayWrite,
      });
      return turn.end(operation, effect, '');
    },
    end(operation, effect, note) {
      const { opId, deviceSeq, result } = operation;
      const refused = 'code' in effect;
      const ending = {
        opId,
        outcome: effect.outcome,
        code: refused ? effect.code : '',
        field: refused ? effect.field : '',
      };
      // What cannot be decided yet is as it was, and the author hears nothing.
      if (effect.outcome === 'quarantined') return { ...ending, receipt: result.receipt };
      outcomes.set(opId, ending);
      ended.add(opId);
      const conflicts = refused ? [] : [...effect.conflicts];
      transaction.putDecision(operation, { ...ending, deviceSeq, conflicts, note });
      return { ...ending, receipt: result.receipt };
    },
    async decideRest() {
      const results: Ended[] = [];
      for (const operation of waiting) {
        if (ended.has(operation.opId)) continue;
        if (!operation.base.dependsOn.some((opId) => ended.has(opId))) continue;
        results.push(await turn.decide(operation));
      }
      return results;
    },
  };
  return turn;
}

function wireOperation(operation: QuarantinedOperation): WireOperation {
  const { opId, deviceSeq, authorId, madeAt, entity, entityId, base } = operation;
  return {
    opId,
    deviceSeq,
    authorId,
    madeAt,
    entity,
    entityId,
    baseVersion: base.version,
    baseEpoch: base.epoch,
    opVersion: base.opVersion,
    dependsOn: [...base.dependsOn],
    // It came in by the schema of the wire, which knows no lists that cannot be changed.
    change: operation.change as WireOperation['change'],
  };
}
