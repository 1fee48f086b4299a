import type { Json } from '#shared/domain/operations/operation.ts';
import { dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';
import { LIMITS } from '#shared/protocol/limits.ts';
import type { Quarantined } from '#shared/protocol/quarantine.ts';

import { type Principal, scopesOf } from '../../access/access.ts';
import { CentralError } from '../../errors.ts';
import type { Centre } from '../../ports.ts';
import { rowsLookedAt } from '../../push/decide.ts';
import { workingRows } from '../../push/working-rows.ts';
import type { CentralWrite } from '../../store/central-store.ts';
import type { QuarantinedOperation } from '../../store/records.ts';
import { type Administrator, requireAdministrator } from '../administer.ts';
import { type Judgement, mayDecide } from './may-decide.ts';

/** Operations looked at in one go. */
const LOOKED_AT = 500;
/** Operations of one desk that are considered together. */
const TOGETHER = 2_000;

/**
 * A page of what was set aside and the asker may decide on, without what it says. Throws FORBIDDEN to
 * officers.
 */
export async function listQuarantine(
  { store, clock }: Pick<Centre, 'store' | 'clock'>,
  principal: Principal,
  after: Id | null,
): Promise<{ readonly operations: Quarantined[]; readonly next: Id | null }> {
  const { value } = await store.write(principal.zoneId, async (transaction) => {
    const judge = await judgeFor(transaction, principal, clock.now());
    const found: QuarantinedOperation[] = [];
    let from = after;
    for (;;) {
      const page = await transaction.quarantined({ after: from, limit: LOOKED_AT });
      await judge.rows.load(rowsLookedAt(page));
      for (const operation of page) {
        from = operation.opId;
        if (await judge.may(operation)) found.push(operation);
        if (found.length === LIMITS.page) return { found, next: from };
      }
      if (page.length < LOOKED_AT) return { found, next: null };
    }
  });
  const found = await shownTo(store, principal, clock.now(), value.found);
  const described = await describe(store, principal.zoneId, found.toSorted(byMaking));
  return { operations: described, next: value.next };
}

/** What was made first comes first: what builds on it cannot be decided before it. */
function byMaking(one: QuarantinedOperation, other: QuarantinedOperation): number {
  const [mine, theirs] = [one, other].map(({ madeAt, deviceId }) => madeAt + deviceId);
  return mine === theirs ? one.deviceSeq - other.deviceSeq : (mine ?? '') < (theirs ?? '') ? -1 : 1;
}

/** How much waits for a supervisor, by entity, and nothing of what it says. Throws FORBIDDEN. */
export async function countQuarantine(
  { store }: Centre,
  who: Administrator,
): Promise<Readonly<Record<string, number>>> {
  await requireAdministrator(store.directory, who);
  const { value } = await store.write(who.zoneId, async (transaction) => {
    const counts = new Map<string, number>();
    for (let after: Id | null = null; ;) {
      const page = await transaction.quarantined({ after, limit: LOOKED_AT });
      for (const { entity } of page) counts.set(entity, (counts.get(entity) ?? 0) + 1);
      if (page.length < LOOKED_AT) return counts;
      after = page.at(-1)?.opId ?? null;
    }
  });
  return Object.fromEntries(value);
}

/** One operation, whole. Throws FORBIDDEN, and NOT_FOUND also for one that the asker may not see. */
export async function readQuarantined(
  { store, clock }: Pick<Centre, 'store' | 'clock'>,
  principal: Principal,
  opId: Id,
): Promise<
  Quarantined & {
    readonly change: QuarantinedOperation['change'];
    readonly current: Record<string, Json> | null;
  }
> {
  const { value } = await store.write(principal.zoneId, async (transaction) => {
    const judge = await judgeFor(transaction, principal, clock.now());
    const operation = await quarantinedIn(transaction, opId);
    if (operation === undefined || !(await judge.may(operation))) {
      throw new CentralError('NOT_FOUND', { field: 'opId' });
    }
    const row = await judge.rows.get({ entity: operation.entity, id: operation.entityId });
    // Whoever erases decides on rows that they do not see.
    const held = scopesOf(judge.rights, judge.day);
    const isSeen = row?.row.state === 'present' && row.scopes.some((scope) => held.has(scope));
    const current = isSeen ? { ...row.row.fields } : null;
    return { operation, current };
  });
  const [operation] = await shownTo(store, principal, clock.now(), [value.operation]);
  const [described] = await describe(store, principal.zoneId, operation ? [operation] : []);
  if (operation === undefined || described === undefined) {
    throw new CentralError('NOT_FOUND', { field: 'opId' });
  }
  return { ...described, change: operation.change, current: value.current };
}

/** What the store itself, by its own judgement, shows to the asker of these. */
export async function shownTo(
  store: Centre['store'],
  principal: Principal,
  now: string,
  operations: readonly Pick<QuarantinedOperation, 'opId'>[],
): Promise<readonly QuarantinedOperation[]> {
  const opIds = operations.map(({ opId }) => opId);
  const viewer = { ...principal, day: dayOf(now) };
  return store.read(viewer, (snapshot) => snapshot.setAside(opIds));
}

/** The operation, if it is in quarantine. */
export async function quarantinedIn(
  transaction: CentralWrite,
  opId: Id,
): Promise<QuarantinedOperation | undefined> {
  const [found] = await transaction.operations([opId]);
  if (found === undefined) return undefined;
  return (await waitingOf(transaction, found.deviceId)).find((other) => other.opId === opId);
}

/** What waits of one desk, in the order in which it was made. */
export async function waitingOf(
  transaction: CentralWrite,
  deviceId: Id,
): Promise<readonly QuarantinedOperation[]> {
  const found = await transaction.quarantined({ after: null, limit: TOGETHER, deviceId });
  return found.toSorted((one, other) => one.deviceSeq - other.deviceSeq);
}

export interface Judge extends Pick<Judgement, 'rights' | 'day' | 'rows'> {
  may(operation: QuarantinedOperation): Promise<boolean>;
}

/** Judges by the rights of whoever asks. Throws FORBIDDEN to who has nothing to decide. */
export async function judgeFor(
  transaction: CentralWrite,
  { officerId }: Principal,
  now: string,
): Promise<Judge> {
  const rights = await transaction.rights(officerId);
  const { account } = rights;
  if (account === undefined || account.disabled || account.role === 'officer') {
    throw new CentralError('FORBIDDEN');
  }
  const day = dayOf(now);
  const rows = workingRows(transaction);
  const byDesk = new Map<Id, readonly QuarantinedOperation[]>();
  return {
    rights,
    day,
    rows,
    async may(operation) {
      const { deviceId } = operation;
      const waiting = byDesk.get(deviceId) ?? (await waitingOf(transaction, deviceId));
      byDesk.set(deviceId, waiting);
      return mayDecide(operation, { rights, day, rows, waiting });
    },
  };
}

async function describe(
  { directory }: Centre['store'],
  zoneId: Id,
  operations: readonly QuarantinedOperation[],
): Promise<Quarantined[]> {
  if (operations.length === 0) return [];
  const accounts = new Map(
    (await directory.accounts(zoneId)).map((account) => [account.officerId, account]),
  );
  const desks = new Map((await directory.desks(zoneId)).map((desk) => [desk.deviceId, desk]));
  return operations.map((operation) => ({
    opId: operation.opId,
    authorId: operation.authorId,
    authorName: accounts.get(operation.authorId)?.displayName ?? '',
    deskLabel: desks.get(operation.deviceId)?.label ?? '',
    madeAt: operation.madeAt,
    entity: operation.entity,
    entityId: operation.entityId,
    code: operation.result.code,
    receipt: operation.result.receipt,
    waitsFor: [...operation.base.dependsOn],
  }));
}
