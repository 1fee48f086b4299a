import type { z } from 'zod';

import type { Entity, Json } from './operation.ts';
import { neighbourhoodScope, REFERENCE, type Scope, UNPLACED, userScope } from './scopes.ts';

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
  /** A reason why the row as it stands does not allow it. */
  readonly refuse?: (row: Fields, given: Fields) => 'already-closed' | undefined;
}

/** Where a row belongs, told from its own fields or from the row it hangs on. */
export type Placement =
  | { readonly kind: 'reference' }
  /** In the neighbourhood of `field`; with the person of `author` and with those who lead when it has none. */
  | { readonly kind: 'neighbourhood'; readonly field: string; readonly author: string }
  /** Wherever the row is that `field` points to. */
  | { readonly kind: 'parent'; readonly entity: Entity; readonly field: string };

export interface EntityRules {
  /** A field not named here comes from a newer desk: it is kept, and meets others as `surface`. */
  readonly fields: Readonly<Record<string, FieldRule>>;
  readonly commands: Readonly<Record<string, CommandRule>>;
  /** The field that does not go with the others, where two changes of one row could bring that about. */
  readonly inconsistent?: (row: Fields) => string | undefined;
  readonly placement: Placement;
  /** Fields that hold the id of another row, and of which kind; `street` and `area` are of the territory. */
  readonly references: Readonly<Record<string, Entity | 'street' | 'area'>>;
  /** Who may write it: `scope`, whoever has the scopes of the row; `leaders`; `administrators`. */
  readonly writers: 'scope' | 'leaders' | 'administrators';
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
    case 'neighbourhood': {
      const area = fields[placement.field];
      if (typeof area === 'string') return [neighbourhoodScope(area)];
      const author = fields[placement.author];
      return typeof author === 'string' ? [UNPLACED, userScope(author)] : [UNPLACED];
    }
    case 'parent':
      return parentScopes;
  }
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
