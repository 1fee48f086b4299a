import { canonicalJson } from '../../lib/canonical-json.ts';
import type { Id } from '../../lib/ids.ts';
import type { Attempt } from './attempt.ts';
import type { CommandRule, EntityRules, FieldPolicy, Fields } from './entity-rules.ts';
import { mergeValue } from './merge-value.ts';
import type { Change, Json } from './operation.ts';
import { withHistory } from './row-history.ts';
import {
  type Conflict,
  type Effect,
  type FieldOrigin,
  refusal,
  type RowState,
} from './row-state.ts';

/** Commands that every entity understands. */
export const DELETE_COMMAND = 'deleteRow';
/** As deleting, and what the row held is gone at the centre as well. */
export const ERASE_COMMAND = 'eraseRow';
/** What stands in the place of an operation once its desk may no longer see what it said. */
export const WITHDRAWN_COMMAND = 'withdrawn';

/**
 * What an operation does to a row: the one rule by which the centre decides, the desk shows what it has
 * not sent yet, and the simulation expects. Pure: the same row and attempt give the same effect.
 *
 * @param row undefined when there is no such row.
 */
export function applyOperation(
  rules: EntityRules,
  row: RowState | undefined,
  attempt: Attempt,
): Effect {
  const { change } = attempt;
  if (row?.state === 'erased' && !isRemoval(change)) return refusal('erased');
  if (change.kind === 'patch') {
    const isNew = row === undefined && attempt.baseVersion === 0;
    const locked = rules
      .locked?.(row?.fields ?? {})
      .find((field) => isNew || field in change.fields);
    if (locked !== undefined && row?.state !== 'deleted') return refusal('immutable', locked);
    return isNew
      ? create(rules, row, attempt, change.fields)
      : patch(rules, row, attempt, change.fields, false);
  }
  if (isRemoval(change)) return remove(row, attempt, isErasure(change));
  if (change.name === WITHDRAWN_COMMAND) return refusal('withdrawn', '', 'quarantined');
  const rule = rules.commands[change.name];
  if (rule === undefined) return refusal('unknown-command', '', 'quarantined');
  if (rule.again === 'stands' && row?.state === 'present') {
    return { outcome: 'accepted', row, changed: false, conflicts: [] };
  }
  if (rule.does === 'create')
    return create(
      rules,
      row,
      attempt,
      fieldsOf(rule, change.arguments, rule.sets?.(attempt, {}) ?? {}),
    );
  if (row?.state === 'present') {
    const reason = rule.refuse?.(row.fields, attempt);
    if (reason !== undefined) return refusal(reason);
  }
  const sets = rule.sets?.(attempt, row?.fields ?? {}) ?? {};
  const stray = rule.takes && Object.keys(change.arguments).find(isStray(rule.takes, sets));
  if (stray !== undefined) return refusal('immutable', stray);
  const given = fieldsOf(rule, change.arguments, sets);
  return patch(rules, row, attempt, given, true);
}

/** Whether it takes the row away: such a change says nothing of what was in it. */
export function isRemoval(change: Change): boolean {
  return change.kind === 'command' && (change.name === DELETE_COMMAND || isErasure(change));
}

export function isErasure(change: Change): boolean {
  return change.kind === 'command' && change.name === ERASE_COMMAND;
}

/** What is left of a row of which nothing may be left: that it was there, so that it never comes again. */
export function erasedRow(deviceId: Id): RowState {
  return { version: 1, fields: {}, createdBy: deviceId, origins: {}, state: 'erased' };
}

/** The version and desk of what a field holds now. */
export function originOf(row: RowState, field: string): FieldOrigin {
  return row.origins[field] ?? { version: 1, deviceId: row.createdBy };
}

function create(
  rules: EntityRules,
  row: RowState | undefined,
  attempt: Attempt,
  given: Fields,
): Effect {
  const signed = rules.signed?.(attempt) ?? {};
  if (row !== undefined) {
    const known = Object.keys(given).every(
      (field) =>
        field in signed ||
        field === rules.history ||
        same(row.fields[field] ?? null, given[field] ?? null),
    );
    if (!known || row.state !== 'present') return refusal('exists');
    return { outcome: 'accepted', row, changed: false, conflicts: [] };
  }
  const said: Fields = { ...given, ...signed };
  const fields: Record<string, Json> = { ...said };
  for (const [field, { schema }] of Object.entries(rules.fields)) {
    const parsed = schema.safeParse(said[field]);
    if (!parsed.success) return refusal('invalid', field);
    if (parsed.data !== undefined) fields[field] = parsed.data as Json;
  }
  const wrong = rules.inconsistent?.(fields);
  if (wrong !== undefined) return refusal('invalid', wrong);
  return {
    outcome: 'accepted',
    row: {
      version: 1,
      fields: withHistory(rules, fields, attempt, []),
      createdBy: attempt.deviceId,
      origins: {},
      state: 'present',
    },
    changed: true,
    conflicts: [],
  };
}

function patch(
  rules: EntityRules,
  row: RowState | undefined,
  attempt: Attempt,
  given: Fields,
  together: boolean,
): Effect {
  if (row === undefined) return refusal('missing');
  if (row.state !== 'present') return refusal('deleted');
  const version = row.version + 1;
  const fields: Record<string, Json> = { ...row.fields };
  const origins = { ...row.origins };
  const conflicts: Conflict[] = [];
  let changed = false;
  let merged = false;
  for (const [field, value] of Object.entries(given)) {
    const policy: FieldPolicy = rules.fields[field]?.policy ?? 'surface';
    const present = row.fields[field] ?? null;
    const next = mergeValue(policy, present, value);
    if (next === undefined) return refusal('invalid', field);
    if (rules.fields[field]?.schema.safeParse(next).success === false) {
      return refusal('invalid', field);
    }
    if (same(present, next)) continue;
    if (policy === 'fixed') return refusal('immutable', field);
    if (unseen(row, field, attempt)) {
      merged = true;
      if (policy === 'surface') {
        conflicts.push({ field, mine: value, theirs: present, ...writtenBy(row, field) });
        continue;
      }
    }
    fields[field] = next;
    const { deviceId, authorId, madeAt } = attempt;
    origins[field] = { version, deviceId, ...(authorId !== undefined && { authorId, madeAt }) };
    changed = true;
  }
  if (together && conflicts.length > 0) {
    return { outcome: 'merged', row, changed: false, conflicts: allOf(row, given, conflicts) };
  }
  const outcome = merged ? 'merged' : 'accepted';
  if (!changed) return { outcome, row, changed, conflicts };
  const wrong = rules.inconsistent?.(fields, row.fields);
  if (wrong !== undefined) return refusal('invalid', wrong);
  const written = withHistory(rules, fields, attempt, row.fields[rules.history ?? '']);
  return { outcome, row: { ...row, version, fields: written, origins }, changed, conflicts };
}

/** A command that cannot be carried out whole is shown whole, with the fields nobody else touched. */
function allOf(row: RowState, given: Fields, found: readonly Conflict[]): readonly Conflict[] {
  const others = Object.keys(given)
    .filter((field) => found.every((conflict) => conflict.field !== field))
    .map((field) => ({
      field,
      mine: given[field] ?? null,
      theirs: row.fields[field] ?? null,
      ...writtenBy(row, field),
    }))
    .filter(({ mine, theirs }) => !same(mine, theirs));
  return [...found, ...others];
}

/** In which version the centre's value came in, and by whom and when where that is known. */
function writtenBy(row: RowState, field: string): Omit<Conflict, 'field' | 'mine' | 'theirs'> {
  const { version, authorId, madeAt } = originOf(row, field);
  return { version, ...(authorId !== undefined && { authorId, madeAt }) };
}

function remove(row: RowState | undefined, attempt: Attempt, erase: boolean): Effect {
  if (row === undefined) {
    if (!erase) return refusal('missing');
    // A centre that was restored may have the row yet to come: from a desk that still has it.
    return { outcome: 'accepted', row: erasedRow(attempt.deviceId), changed: true, conflicts: [] };
  }
  if (row.state === 'erased' || (row.state === 'deleted' && !erase)) {
    return { outcome: 'accepted', row, changed: false, conflicts: [] };
  }
  const moved = Object.keys(row.origins).find((field) => unseen(row, field, attempt));
  // Erasing is a duty that does not wait for anybody's edits.
  if (moved !== undefined && !erase) return refusal('changed-since', moved);
  const version = row.version + 1;
  return {
    outcome: 'accepted',
    row: erase
      ? { ...row, version, fields: {}, origins: {}, state: 'erased' }
      : { ...row, version, state: 'deleted' },
    changed: true,
    conflicts: [],
  };
}

/** Whether somebody else changed the field after the version that the desk knew. */
function unseen(row: RowState, field: string, attempt: Attempt): boolean {
  const { version, deviceId } = originOf(row, field);
  // What a desk changed last itself, it knew: its operations arrive in the order in which it made them.
  return version > attempt.baseVersion && deviceId !== attempt.deviceId;
}

function same(one: Json, other: Json): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

/** What a command gives the row; what it sets itself counts above what was sent. */
function fieldsOf({ leavesOut = [] }: CommandRule, given: Fields, sets: Fields): Fields {
  const fields = Object.entries(given).filter(
    ([field]) => field !== 'id' && !leavesOut.includes(field),
  );
  return { ...Object.fromEntries(fields), ...sets };
}

function isStray(takes: readonly string[], sets: Fields) {
  return (field: string): boolean => field !== 'id' && !takes.includes(field) && !(field in sets);
}
