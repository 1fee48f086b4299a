import { createHash } from 'node:crypto';

import { applyOperation } from '#shared/domain/operations/apply-operation.ts';
import { rulesOf } from '#shared/domain/operations/entity-registry.ts';
import type { RowState } from '#shared/domain/operations/row-state.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';

import { scopesOf } from '../../central/access/access.ts';
import type { StoredOperation, StoredRow } from '../../central/store/records.ts';
import type { Store } from '../../workbench/store/store.ts';
import { Broken, hold } from './broken.ts';
import { TYPED } from './history.ts';
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

function stateOf({ store, zone }: World): CentreState {
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
  const deferred = await desk.store.read.selectFrom('deferred_row').select('entity_id').execute();
  hold(deferred.length === 0, 'every row that came in can be shown');
}

/** The tables of the screens say what the centre's rows say, and hold besides only what the centre did not take. */
async function tablesAgree({ read }: Store): Promise<void> {
  const shadows = new Map(
    (
      await read.selectFrom('shadow').select(['entity', 'entity_id', 'version', 'fields']).execute()
    ).map((row) => [`${row.entity} ${row.entity_id}`, row]),
  );
  const promises = await read
    .selectFrom('promise')
    .select(['id', 'text', 'outcome', 'state', 'version'])
    .execute();
  const contacts = await read
    .selectFrom('contact')
    .select(['id', 'summary', 'neighbourhood_id', 'version'])
    .execute();
  const refused = new Set(
    (
      await read
        .selectFrom('operation')
        .select('entity_id')
        .where('state', 'in', ['rejected', 'quarantined'])
        .execute()
    ).map((row) => row.entity_id),
  );
  for (const row of promises) {
    const shadow = shadows.get(`promise ${row.id}`);
    if (shadow === undefined) {
      hold(
        refused.has(row.id),
        'a promise without the centre’s version is one that it did not take',
      );
      continue;
    }
    const fields = JSON.parse(shadow.fields) as Record<string, unknown>;
    hold(
      row.text === fields['text'] &&
        row.outcome === fields['outcome'] &&
        row.state === fields['state'] &&
        row.version === shadow.version,
      'a promise is shown as the centre has it',
    );
  }
  for (const row of contacts) {
    const shadow = shadows.get(`contact ${row.id}`);
    if (shadow === undefined) {
      hold(
        refused.has(row.id),
        'a contact without the centre’s version is one that it did not take',
      );
      continue;
    }
    const fields = JSON.parse(shadow.fields) as Record<string, unknown>;
    hold(
      row.summary === fields['summary'] &&
        row.neighbourhood_id === fields['neighbourhoodId'] &&
        row.version === shadow.version,
      'a contact is shown as the centre has it',
    );
  }
  for (const key of shadows.keys()) {
    const [entity = '', id = ''] = key.split(' ');
    const shown =
      entity === 'promise'
        ? promises.some((row) => row.id === id)
        : entity !== 'contact' || contacts.some((row) => row.id === id);
    hold(shown, 'every row of the centre is in the tables of the screens');
  }
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
      deviceId: operation.deviceId,
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

/**
 * No text outside of what the officer may see, and of what this desk still has to say, is anywhere in the
 * decrypted file: not in a table, not in an index, not in a free page. Closes the desk.
 */
export async function checkBytes(world: World, { desk }: Member): Promise<void> {
  const { read } = desk.store;
  const texts: string[] = [];
  for (const { fields } of await read.selectFrom('shadow').select('fields').execute()) {
    texts.push(fields);
  }
  const unsettled = await read
    .selectFrom('operation')
    .select('change')
    .where('state', 'in', ['only-here', 'under-way', 'rejected', 'quarantined'])
    .execute();
  texts.push(...unsettled.map(({ change }) => change));
  // What this desk did on rows that it still sees.
  const seen = await read
    .selectFrom('operation')
    .innerJoin('row_scope', 'row_scope.entity_id', 'operation.entity_id')
    .leftJoin('operation_base', 'operation_base.op_id', 'operation.op_id')
    .leftJoin('operation_outcome', 'operation_outcome.op_id', 'operation.op_id')
    .select(['change', 'operation_base.fields', 'conflicts'])
    .execute();
  for (const { change, fields, conflicts } of seen)
    texts.push(change, fields ?? '', conflicts ?? '');
  // What it wrote itself into a field where another's text stayed is still asked about.
  for (const { conflicts } of await read
    .selectFrom('operation_outcome')
    .select('conflicts')
    .execute()) {
    const mine = (JSON.parse(conflicts) as { mine: unknown }[]).map((conflict) => conflict.mine);
    texts.push(JSON.stringify(mine));
  }
  // What a row that is still seen said before: an index of words marks it as gone and keeps it for a while.
  const rows = await read.selectFrom('row_scope').select('entity_id').execute();
  const inScope = new Set(rows.map((row) => row.entity_id));
  for (const { entityId, change } of stateOf(world).operations) {
    if (inScope.has(entityId)) texts.push(JSON.stringify(change));
  }
  const allowed = new Set(texts.flatMap((text) => text.match(TYPED) ?? []));
  const bytes = (await desk.bytes()).toString('utf8');
  const leaked = (bytes.match(TYPED) ?? []).filter((text) => !allowed.has(text));
  hold(leaked.length === 0, 'no leak: nothing of a row that may not be seen is in the file');
}

/** Everything that a history led to, in one figure. */
export async function digestOf(world: World): Promise<string> {
  const hash = createHash('sha256');
  const { rows, operations } = stateOf(world);
  hash.update(canonicalJson([rows, operations]));
  for (const { desk } of world.members) {
    for (const table of ['shadow', 'operation', 'contact', 'promise', 'row_scope'] as const) {
      const found = await desk.store.read.selectFrom(table).selectAll().execute();
      hash.update(canonicalJson(found.map((row) => canonicalJson(row)).sort()));
    }
  }
  return hash.digest('hex');
}
