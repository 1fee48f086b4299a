import type { Json } from '#shared/domain/operations/operation.ts';
import type { Id } from '#shared/lib/ids.ts';

import { saidIn, type StoredOperation } from '../../central/store/records.ts';
import { WITHDRAWN } from '../../workbench/sync/withdraw.ts';
import { hold } from './broken.ts';
import type { TypedThing } from './ledger.ts';
import type { SettledDesk, SettledTown } from './settled.ts';

/** How the desk itself has an operation that ended. */
interface OwnCopy {
  readonly change: string;
  readonly isAsked: boolean;
}

/**
 * Everything that was ever typed is found again, by a list that neither desk nor centre has written: at the
 * centre in an operation of its own, or asked about at the desk, or erased because somebody asked for it.
 */
export async function everythingTypedIsKept(town: SettledTown): Promise<void> {
  for (const desk of town.desks) {
    const things = town.typed.filter(({ deviceId }) => deviceId === desk.deviceId);
    await keptOf(town, desk, things);
  }
}

async function keptOf(
  { centre, erased, restored }: SettledTown,
  desk: SettledDesk,
  things: readonly TypedThing[],
): Promise<void> {
  const gone = new Set(erased.map(({ id }) => id));
  const own = await ownCopies(desk);
  const operations = centre.operations
    .filter(({ deviceId }) => deviceId === desk.deviceId)
    .sort((one, other) => one.deviceSeq - other.deviceSeq);
  // A desk writes down what is done in the order in which it is done: what comes later is found later.
  let at = 0;
  for (const thing of things) {
    const mayBeGone = thing.contactId !== null && gone.has(thing.contactId);
    while (at < operations.length && !isOf(thing, operations[at], own)) at += 1;
    const operation = operations[at];
    hold(operation !== undefined, 'everything that was typed has an operation at the centre');
    at += 1;
    if (mayBeGone) continue;
    const { outcome, code } = operation.result;
    const copy = own.get(operation.opId);
    const isAsked = copy?.isAsked === true && says(thing, JSON.parse(copy.change));
    const isThere = operation.change !== null && says(thing, operation.change);
    // Its desk had to forget it, and the centre was restored to before it came: that it was done is all that is left.
    const isForgotten = restored && code === 'withdrawn';
    hold(
      outcome === 'rejected' ? isAsked : isThere || isAsked || isForgotten,
      'everything that was typed is kept by the centre, or asked about where it was typed',
    );
  }
}

/** Whether this is the operation of what was typed; of what is no longer kept, only the row is known. */
function isOf(
  thing: TypedThing,
  operation: StoredOperation | undefined,
  own: ReadonlyMap<Id, OwnCopy>,
): boolean {
  if (operation === undefined || operation.entity !== thing.entity) return false;
  if (thing.id !== null && operation.entityId !== thing.id) return false;
  if (operation.authorId !== thing.officerId) return false;
  const kept = [operation.change, JSON.parse(own.get(operation.opId)?.change ?? 'null')].filter(
    (change) => change !== null && JSON.stringify(change) !== WITHDRAWN,
  );
  return kept.length === 0 || kept.some((change) => says(thing, change));
}

function says({ values }: TypedThing, change: NonNullable<StoredOperation['change']>): boolean {
  return contains(saidIn(change), values);
}

/** Whether everything of `part` is in `whole`, as deep as it goes. */
function contains(whole: Json | undefined, part: Json | undefined): boolean {
  if (!isRecord(part)) return JSON.stringify(whole) === JSON.stringify(part);
  return isRecord(whole) && Object.keys(part).every((key) => contains(whole[key], part[key]));
}

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function ownCopies({ read }: SettledDesk): Promise<ReadonlyMap<Id, OwnCopy>> {
  const rows = await read
    .selectFrom('operation')
    .leftJoin('operation_outcome', 'operation_outcome.op_id', 'operation.op_id')
    .select(['operation.op_id', 'change', 'needs_attention'])
    .execute();
  return new Map(
    rows.map((row) => [row.op_id, { change: row.change, isAsked: row.needs_attention === 1 }]),
  );
}
