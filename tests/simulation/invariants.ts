import { createHash } from 'node:crypto';

import { applyOperation } from '#shared/domain/operations/apply-operation.ts';
import { rulesOf } from '#shared/domain/operations/entity-registry.ts';
import type { RowState } from '#shared/domain/operations/row-state.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';

import { scopesOf } from '../../central/access/access.ts';
import type { StoredOperation, StoredRow } from '../../central/store/records.ts';
import { Broken, hold } from './broken.ts';
import { TYPED } from './history.ts';
import { tablesAgree } from './shown.ts';
import type { Member, World } from './world.ts';

/** What must hold once everybody has talked with the centre over a good line. */
export async function checkSettled(world: World): Promise<void> {
  const centre = stateOf(world);
  const knowledge = { versions: appliedExactlyOnce(centre), bases: await basesOf(world) };
  for (const member of world.members) {
    await everyOperationEnded(member, centre.operations);
    await showsWhatItMay(world, member, centre.rows);
    await everyTextIsSomewhere(member, centre, knowledge);
    await tablesAgree(member.desk.store);
  }
}

interface CentreState {
  readonly rows: readonly StoredRow[];
  readonly operations: readonly StoredOperation[];
}

export function stateOf({ store, zone }: World): CentreState {
  const state = store.zoneState(zone.zoneId);
  return { rows: [...state.rows.values()], operations: [...state.operations.values()] };
}

/** Every operation has exactly one outcome, here and at the centre the same; none is missing, none is double. */
async function everyOperationEnded(
  { desk }: Member,
  operations: readonly StoredOperation[],
): Promise<void> {
  const here = await desk.store.read
    .selectFrom('operation')
    .leftJoin('operation_outcome', 'operation_outcome.op_id', 'operation.op_id')
    .select(['operation.op_id', 'device_seq', 'state', 'receipt', 'operation_outcome.seq'])
    .orderBy('device_seq')
    .execute();
  const there = operations
    .filter(({ deviceId }) => deviceId === desk.deviceId)
    .sort((one, other) => one.deviceSeq - other.deviceSeq);
  hold(here.length === there.length, 'every operation of a desk is at the centre, and no other');
  here.forEach((operation, index) => {
    const twin = there[index];
    hold(
      twin?.opId === operation.op_id && twin.deviceSeq === index + 1,
      'operations are at the centre under their own numbers, without a gap',
    );
    hold(
      twin.result.outcome === operation.state && twin.result.receipt === operation.receipt,
      'desk and centre agree on how an operation ended',
    );
    hold(operation.seq === twin.result.seq, 'the outcome is noted once, as the centre gave it');
  });
}

/** A desk shows exactly the rows of the scopes that its officer holds now, as the centre has them. */
async function showsWhatItMay(
  world: World,
  { desk }: Member,
  rows: readonly StoredRow[],
): Promise<void> {
  const { zone, store } = world;
  const rights = {
    account: await store.directory.accountOf(zone.zoneId, desk.officerId),
    rights: await store.directory.rights(zone.zoneId, desk.officerId),
    areas: await store.directory.areas(zone.zoneId),
  };
  const held = scopesOf(rights, '2026-06-15');
  const wanted = rows
    .filter(({ row, scopes }) => row.state === 'present' && scopes.some((scope) => held.has(scope)))
    .map(({ entity, id, row }) => canonicalJson([entity, id, row.version, row.fields]));
  const shadows = await desk.store.read
    .selectFrom('shadow')
    .select(['entity', 'entity_id', 'version', 'fields'])
    .execute();
  const found = shadows.map(({ entity, entity_id: id, version, fields }) =>
    canonicalJson([entity, id, version, JSON.parse(fields)]),
  );
  hold(
    found.every((row) => wanted.includes(row)),
    'no leak: a desk holds nothing outside of its scopes, and nothing that is too old',
  );
  hold(
    wanted.every((row) => found.includes(row)),
    'no hole: a desk holds everything in its scopes',
  );
  const deferred = await desk.store.read
    .selectFrom('deferred_row')
    .innerJoin('shadow', (join) =>
      join
        .onRef('shadow.entity', '=', 'deferred_row.entity')
        .onRef('shadow.entity_id', '=', 'deferred_row.entity_id'),
    )
    .select('shadow.entity_id')
    .execute();
  hold(deferred.length === 0, 'every row that came in can be shown');
}

/** Every text that somebody typed is in what the centre keeps, or asked about at the desk. */
async function everyTextIsSomewhere(
  { desk }: Member,
  { operations, rows }: CentreState,
  knowledge: Knowledge,
): Promise<void> {
  const { read } = desk.store;
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

async function basesOf({ members, restored }: World): Promise<Knowledge['bases']> {
  if (restored > 0) return null;
  const bases = new Map<string, number>();
  for (const { desk } of members) {
    const rows = await desk.store.read
      .selectFrom('operation_base')
      .select(['op_id', 'version'])
      .execute();
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

function orderOf({ result, deviceId }: StoredOperation): string {
  const pad = (number: number): string => String(number).padStart(9, '0');
  return `${pad(result.seq)} ${deviceId} ${pad(result.deviceSeq)}`;
}

/** Doing the accepted operations once, in their order, gives exactly the rows that the centre has. */
function appliedExactlyOnce({ operations, rows }: CentreState): ReadonlyMap<string, number> {
  const after = new Map<string, number>();
  const versions = new Map<string, number>();
  const creations = new Map<string, RowState>();
  for (const operation of [...operations].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))) {
    const { result, change } = operation;
    if (change === null || !['accepted', 'merged'].includes(result.outcome)) continue;
    const rules = rulesOf(operation.entity);
    hold(rules !== undefined, 'an accepted operation is on a known entity');
    const key = `${operation.entity} ${operation.entityId}`;
    const before = creations.get(key);
    const effect = applyOperation(rules, before, {
      opId: operation.opId,
      deviceId: operation.deviceId,
      authorId: operation.authorId,
      madeAt: operation.madeAt,
      baseVersion: before === undefined ? 0 : Number.MAX_SAFE_INTEGER,
      change: withoutConflicts(operation),
    });
    if (!('row' in effect)) continue;
    creations.set(key, effect.row);
    versions.set(key, effect.row.version);
    after.set(operation.opId, effect.row.version);
  }
  for (const { entity, id, row } of rows) {
    if (row.state !== 'present') continue;
    const replayed = creations.get(`${entity} ${id}`);
    hold(
      canonicalJson(replayed?.fields ?? null) === canonicalJson(row.fields) &&
        versions.get(`${entity} ${id}`) === row.version,
      'each accepted operation was applied exactly once, in the order of its number',
    );
  }
  return after;
}

function withoutConflicts(operation: StoredOperation): NonNullable<StoredOperation['change']> {
  const { change, result } = operation;
  if (change === null) throw new Broken('erased');
  const inConflict = new Set(result.conflicts.map(({ field }) => field));
  if (inConflict.size === 0) return change;
  if (change.kind === 'command') return { kind: 'patch', fields: {} };
  const fields = Object.entries(change.fields).filter(([field]) => !inConflict.has(field));
  return { kind: 'patch', fields: Object.fromEntries(fields) };
}

const DIGESTED = [
  'shadow',
  'operation',
  'row_scope',
  'contact',
  'contact_amendment',
  'promise',
  'party',
  'party_merge',
  'saved_view',
  'code',
] as const;

/** Everything that a history led to, in one figure. */
export async function digestOf(world: World): Promise<string> {
  const hash = createHash('sha256');
  const { rows, operations } = stateOf(world);
  hash.update(canonicalJson([rows, operations]));
  for (const { desk } of world.members) {
    for (const table of DIGESTED) {
      const found = await desk.store.read.selectFrom(table).selectAll().execute();
      hash.update(canonicalJson(found.map((row) => canonicalJson(row)).sort()));
    }
  }
  return hash.digest('hex');
}
