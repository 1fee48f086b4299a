import type { Transaction } from 'kysely';

import type { Fields } from '#shared/domain/operations/entity-rules.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { Schema } from '../../store/schema.ts';

export type Tables = Transaction<Schema>;

/** How rows of one entity stand in the tables that the screens read. */
export interface EntityTable {
  has(tables: Tables, id: Id): Promise<boolean>;
  /** Makes the row what `fields` say; they have been checked against the rules of the entity. */
  write(tables: Tables, id: Id, fields: Fields, version: number): Promise<void>;
  /** Takes the row away, and rows of this desk that hang on it. */
  remove(tables: Tables, id: Id): Promise<void>;
}

/** A field that the rules have found to be a text. */
export function textOf(fields: Fields, field: string): string {
  const value = fields[field];
  return typeof value === 'string' ? value : '';
}

export function textOrNull(fields: Fields, field: string): string | null {
  const value = fields[field];
  return typeof value === 'string' ? value : null;
}

export function numberOrNull(fields: Fields, field: string): number | null {
  const value = fields[field];
  return typeof value === 'number' ? value : null;
}

/** A code that the rules have found in its list. */
export function codeOf<Code extends string>(
  fields: Fields,
  field: string,
  codes: readonly [Code, ...Code[]],
): Code {
  return codes.find((code) => code === fields[field]) ?? codes[0];
}

/** Whether the tables refused it: a row does not fit, or others refer to it. */
export function isConstraint(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && /^SQLITE_CONSTRAINT/.test(String(cause.code));
}
