import type { z } from 'zod';

import type { Id } from '../../lib/ids.ts';
import type { Attempt } from './attempt.ts';
import type { Entity, Json } from './operation.ts';
import {
  neighbourhoodScope,
  PEOPLE,
  REFERENCE,
  restricted,
  type Scope,
  UNPLACED,
  userScope,
} from './scopes.ts';

/** A row as it travels: every field by its name. */
export type Fields = Readonly<Record<string, Json>>;

/**
 * What happens when two people changed the same field without knowing of each other:
 * - `surface`: the centre's value stays, both are shown to whoever came second;
 * - `arrival`: the later to arrive wins;
 * - `set`: additions and removals of both hold (a change is `{ add, remove }`);
 * - `append`: entries of both stay, in order of arrival (a change is `{ append }`);
 * - `fixed`: never changes once the row exists.
 */
export type FieldPolicy = 'surface' | 'arrival' | 'set' | 'append' | 'fixed';

export interface FieldRule {
  /** What the field may hold. A row is not made without a field whose schema refuses `undefined`. */
  readonly schema: z.ZodType;
  readonly policy: FieldPolicy;
}

/** What a command does to a row. All its fields change together or not at all. */
export interface CommandRule {
  readonly does: 'create' | 'patch';
  /** Of one that creates: a row that is there already stays as it is, whatever this one says of it. */
  readonly again?: 'stands';
  /** What the row says besides the arguments. */
  readonly sets?: (attempt: Attempt, row: Fields) => Fields;
  /** The fields that its arguments may give, besides those of `sets`; left out where they may give any. */
  readonly takes?: readonly string[];
  /** Arguments that are no fields of the row. */
  readonly leavesOut?: readonly string[];
  /** Who may do it besides what `writers` says. */
  readonly by?: 'leaders';
  /** Fields of the row that name officers who may do it too, whatever `by` says. */
  readonly orBy?: readonly string[];
  /** A reason why the row as it stands does not allow it. */
  readonly refuse?: (row: Fields, attempt: Attempt) => CommandRefusal | undefined;
  /**
   * A reason why other rows on the same parent do not allow it: only the centre has all of them. `after` is the row as
   * it would become.
   */
  readonly refuseBeside?: (
    rowId: Id,
    beside: readonly RowBeside[],
    after: Fields,
  ) => CommandRefusal | undefined;
}

/** A present row that hangs on the same parent, or on the row itself. */
export interface RowBeside {
  readonly id: Id;
  readonly entity: string;
  readonly fields: Fields;
}

export type CommandRefusal =
  | 'already-closed'
  /** What it wants to happen does not follow from where the row stands. */
  | 'wrong-state'
  /** Somebody else has to do it: two pairs of eyes. */
  | 'same-person'
  /** It uses a means that weighs on somebody, which the ladder of means does not bear. */
  | 'off-ladder'
  /** A measure uses the stretch of street that would be taken out. */
  | 'stretch-in-use'
  /** An action runs whose sign of success is counted by it. */
  | 'count-running'
  /** Nothing would be left of where it is. */
  | 'no-stretch'
  /** A means that weighs on somebody was urgent, and its grounds were not filled in since. */
  | 'grounds-lacking';

/** Where a row belongs, told from its own fields or from the row it hangs on. */
export type Placement =
  | { readonly kind: 'reference' }
  /** With all who speak with residents. */
  | { readonly kind: 'people' }
  /** With the officer of `field` alone; with all who speak with residents too, where `shared` says so. */
  | { readonly kind: 'owner'; readonly field: string; readonly shared: string }
  /**
   * In the neighbourhood of `field`; with the person of `author` and with those who lead when it has
   * none. Where `sensitivity` says restricted: with its author and who was given that by name; without
   * such a field, no row is.
   */
  | {
      readonly kind: 'neighbourhood';
      readonly field: string;
      readonly author: string;
      /** Left out where no row is restricted. */
      readonly sensitivity?: string;
    }
  /** Wherever the row is that `field` points to. */
  | { readonly kind: 'parent'; readonly entity: Entity; readonly field: string };

export interface EntityRules {
  /** A field not named here comes from a newer desk: it is kept, and meets others as `surface`. */
  readonly fields: Readonly<Record<string, FieldRule>>;
  readonly commands: Readonly<Record<string, CommandRule>>;
  /**
   * What a new row says of its making, whatever the desk sent: nobody signs with another's name. These
   * fields are `fixed`.
   */
  readonly signed?: (attempt: Attempt) => Fields;
  /** The field that keeps what was written in the row at each time (`history.ts`). */
  readonly history?: string;
  /** Fields that only a command changes, as the row stands; where there are any, only a command makes a row. */
  readonly locked?: (row: Fields) => readonly string[];
  /** Fields that commands of those who lead fill in: the database lets nobody else. */
  readonly leaderFields?: readonly string[];
  /**
   * The field that does not go with the others, where two changes of one row could bring that about. `before` is left
   * out for a new row: a rule that came later than a row is asked only of what changes in it.
   */
  readonly inconsistent?: (row: Fields, before?: Fields) => string | undefined;
  /**
   * What other rows on the same parent, or those that hang on a row without one, do not allow it to become: only the
   * centre has all of them.
   */
  readonly beside?: {
    /** Whether they have to be looked at for this. `before` is undefined for a new row. */
    readonly matters: (after: Fields, before: Fields | undefined) => boolean;
    readonly refuse: (
      after: Fields,
      others: readonly RowBeside[],
      before: Fields | undefined,
    ) => CommandRefusal | undefined;
  };
  readonly placement: Placement;
  /**
   * The fields that name a blob of the row: its SHA-256 in hexadecimal, its bytes, and its type where it
   * has one.
   */
  readonly blob?: {
    readonly hash: string;
    readonly size: string;
    readonly mediaType: string | null;
  };
  /**
   * Fields that hold the id of another row, or paths to one within a field, and of which kind; `street`
   * and `area` are of the territory.
   */
  readonly references: Readonly<Record<string, Entity | 'street' | 'area'>>;
  /**
   * Who may write it: `scope`, whoever has the scopes of the row; `owner`, whom its placement names;
   * `leaders`; `administrators`.
   */
  readonly writers: 'scope' | 'owner' | 'leaders' | 'administrators';
  /** The row is about this person, who may write it too, whatever `writers` says. */
  readonly self?: true;
}

/** The scopes of a row; of a row that hangs on another, those of its parent. */
export function scopesOf(
  placement: Placement,
  fields: Fields,
  parentScopes: readonly Scope[],
): readonly Scope[] {
  switch (placement.kind) {
    case 'reference':
      return [REFERENCE];
    case 'people':
      return [PEOPLE];
    case 'owner': {
      const owner = own(fields, placement.field);
      return fields[placement.shared] === true ? [...owner, PEOPLE] : owner;
    }
    case 'neighbourhood': {
      const area = fields[placement.field];
      const scope = typeof area === 'string' ? neighbourhoodScope(area) : UNPLACED;
      const { sensitivity } = placement;
      if (sensitivity !== undefined && fields[sensitivity] === 'restricted') {
        return [restricted(scope), ...own(fields, placement.author)];
      }
      return scope === UNPLACED ? [scope, ...own(fields, placement.author)] : [scope];
    }
    case 'parent':
      return parentScopes;
  }
}

function own(fields: Fields, field: string): readonly Scope[] {
  const officer = fields[field];
  return typeof officer === 'string' ? [userScope(officer)] : [];
}

/**
 * The ids of the rows that a field refers to: one, or a list of them.
 *
 * @param path a field, or one within a field: `changes.parties`.
 */
export function referencedBy(fields: Fields, path: string): readonly string[] {
  const [field = '', ...rest] = path.split('.');
  const value = fields[field];
  const values = Array.isArray(value) ? (value as readonly Json[]) : [value];
  if (rest.length > 0) {
    return values.flatMap((one) => (isRecord(one) ? referencedBy(one, rest.join('.')) : []));
  }
  return values.filter((id) => typeof id === 'string');
}

function isRecord(value: Json | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whom a row belongs to alone; undefined where it belongs to nobody. */
export function ownerOf(placement: Placement, fields: Fields): string | undefined {
  if (placement.kind !== 'owner') return undefined;
  const owner = fields[placement.field];
  return typeof owner === 'string' ? owner : undefined;
}

/** The row that `fields` hang on; undefined for a row that stands alone. */
export function parentOf(
  placement: Placement,
  fields: Fields,
): { readonly entity: Entity; readonly id: string } | undefined {
  if (placement.kind !== 'parent') return undefined;
  const id = fields[placement.field];
  return typeof id === 'string' ? { entity: placement.entity, id } : undefined;
}
