import { ERASE_COMMAND } from '#shared/domain/operations/apply-operation.ts';
import type { EntityRules, Fields } from '#shared/domain/operations/entity-rules.ts';
import type { Change } from '#shared/domain/operations/operation.ts';
import {
  districtScope,
  neighbourhoodScope,
  PEOPLE,
  REFERENCE,
  restricted,
  type Scope,
  UNPLACED,
  userScope,
  whereabouts,
} from '#shared/domain/operations/scopes.ts';
import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';
import type { Role } from '#shared/protocol/account.ts';

import type { RightRecord, RightsSnapshot } from '../store/records.ts';

/** Who asks: proved by a token of a desk. */
export interface Principal {
  readonly zoneId: Id;
  readonly officerId: Id;
  readonly deviceId: Id;
}

/** Of snapshots that are still in use: one request asks for each of its five hundred operations. */
const told = new WeakMap<
  RightsSnapshot,
  { readonly day: Day; readonly scopes: ReadonlySet<Scope> }
>();

/**
 * What the officer may see on this day. Asked at every request by a snapshot of its own, never remembered
 * beyond it. The database judges by the same rules once more (`visible_scopes` in the migrations).
 */
export function scopesOf(snapshot: RightsSnapshot, day: Day): ReadonlySet<Scope> {
  const known = told.get(snapshot);
  if (known?.day === day) return known.scopes;
  const scopes = findScopes(snapshot, day);
  told.set(snapshot, { day, scopes });
  return scopes;
}

function findScopes({ account, rights, areas }: RightsSnapshot, day: Day): ReadonlySet<Scope> {
  const scopes = new Set<Scope>();
  if (account === undefined || account.disabled) return scopes;
  scopes.add(REFERENCE);
  scopes.add(userScope(account.officerId));
  if (account.role === 'team-lead' || account.role === 'officer') scopes.add(PEOPLE);
  if (account.role === 'team-lead') scopes.add(UNPLACED);
  for (const right of rights) {
    if (right.validFrom > day || right.validTo <= day) continue;
    for (const scope of namedBy(right, areas)) {
      scopes.add(scope);
      if (right.restricted) scopes.add(restricted(scope));
    }
  }
  return scopes;
}

function namedBy(right: RightRecord, areas: RightsSnapshot['areas']): readonly Scope[] {
  switch (right.kind) {
    case 'neighbourhood':
      return [neighbourhoodScope(right.areaId)];
    case 'district':
      return [
        districtScope(right.areaId),
        ...areas
          .filter(({ kind, parentId }) => kind === 'neighbourhood' && parentId === right.areaId)
          .map(({ id }) => neighbourhoodScope(id)),
      ];
    case 'zone':
      return areas.map(({ id, kind }) =>
        kind === 'district' ? districtScope(id) : neighbourhoodScope(id),
      );
  }
}

export interface WriteQuestion {
  readonly rights: RightsSnapshot;
  readonly day: Day;
  readonly rules: EntityRules;
  readonly entityId: Id;
  readonly change: Change;
  /** What the row says before; undefined for one that does not exist. */
  readonly row: Fields | undefined;
  /** Whom the row belongs to alone; undefined where it belongs to nobody. */
  readonly ownerId: Id | undefined;
  /** Where the row is now; undefined for one that does not exist. */
  readonly before: readonly Scope[] | undefined;
  /** Where it will be; none when it goes. */
  readonly after: readonly Scope[];
}

/** What the application decides about access; the database judges once more, whatever this says. */
export interface Judgement {
  readonly scopesOf: typeof scopesOf;
  readonly mayWrite: typeof mayWrite;
}

/** Whether the officer may do this to a row that is in these scopes and will be in those. */
export function mayWrite(question: WriteQuestion): boolean {
  const { rights, rules, change, before, after } = question;
  const { account } = rights;
  if (account === undefined || account.disabled) return false;
  const { role } = account;
  if (change.kind === 'command' && change.name === ERASE_COMMAND) {
    return role === 'data-protection-officer';
  }
  if (isForLeaders(question, account.officerId) && !leads(role)) return false;
  if (rules.self && question.entityId === account.officerId) return true;
  switch (rules.writers) {
    case 'administrators':
      return role === 'administrator';
    case 'owner':
      // What is gone already belongs to nobody: whoever takes it away once more takes nothing.
      return question.ownerId === account.officerId || (before === undefined && after.length === 0);
    case 'leaders':
      return leads(role);
    case 'scope': {
      const held = scopesOf(rights, question.day);
      const within = (scopes: readonly Scope[]): boolean => scopes.some((scope) => held.has(scope));
      return (
        (before === undefined || within(before)) &&
        (after.length === 0 || within(after)) &&
        (before === undefined
          ? !mayBeRestricted(rules) || isOpen(held, account.officerId, after)
          : mayMove(held, account.officerId, before, after))
      );
    }
  }
}

/**
 * Who wrote a restricted row sees it and words it wherever it lies. Moving it is more than that: it takes
 * it from one neighbourhood and gives it to another, so that both must be open to the officer, as for any
 * other row. The database judges the same (`moved_beyond`).
 */
function mayMove(
  held: ReadonlySet<Scope>,
  officerId: Id,
  before: readonly Scope[],
  after: readonly Scope[],
): boolean {
  const [from, to] = [before, after].map(whereabouts);
  if (from === undefined || to === undefined || from === to) return true;
  return [before, after].every((scopes) => isOpen(held, officerId, scopes));
}

/**
 * Whether the place of a row is open to the officer, whoever wrote it: being its author opens only what lies
 * nowhere. What is gone lies in no place. The database judges the same (`opens`).
 */
function isOpen(held: ReadonlySet<Scope>, officerId: Id, scopes: readonly Scope[]): boolean {
  const place = whereabouts(scopes);
  if (place === undefined || held.has(place)) return true;
  return place === UNPLACED && scopes.includes(userScope(officerId));
}

function mayBeRestricted({ placement }: EntityRules): boolean {
  return placement.kind === 'neighbourhood' && placement.sensitivity !== undefined;
}

function leads(role: Role): boolean {
  return role === 'administrator' || role === 'team-lead';
}

/** Whether those who lead alone may do this: the row does not name the officer for it. */
function isForLeaders({ rules, change, row }: WriteQuestion, officerId: Id): boolean {
  const command = change.kind === 'command' ? rules.commands[change.name] : undefined;
  if (command?.by !== 'leaders') return false;
  return !(command.orBy ?? []).some((field) => row?.[field] === officerId);
}

export const JUDGEMENT: Judgement = { scopesOf, mayWrite };
