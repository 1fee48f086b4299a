import { canonicalJson } from '../../lib/canonical-json.ts';
import type { Fields } from './entity-rules.ts';
import type { Change, Json } from './operation.ts';
import type { Conflict } from './row-state.ts';

export const SIDES = ['mine', 'theirs'] as const;
export type Side = (typeof SIDES)[number];
/** By field. */
export type Choices = Readonly<Record<string, Side>>;

/** The first field that nobody has chosen for, or that is not in conflict; undefined when all is said. */
export function wrongChoice(
  conflicts: readonly Pick<Conflict, 'field'>[],
  choices: Choices,
): string | undefined {
  const asked = conflicts.map(({ field }) => field);
  return (
    asked.find((field) => !Object.hasOwn(choices, field)) ??
    Object.keys(choices).find((field) => !asked.includes(field))
  );
}

/**
 * What the desk asks of the centre when the officer has chosen: one change of all fields that are to say
 * "mine", on the version that the desk has now. Undefined when the centre has what was chosen already.
 *
 * @param present what the centre's row says now, as far as the desk knows.
 */
export function changeOfChoices(
  conflicts: readonly Pick<Conflict, 'field' | 'mine'>[],
  choices: Choices,
  present: Fields,
): Change | undefined {
  return patchOf(
    conflicts
      .filter(({ field }) => choices[field] === 'mine')
      .filter(({ field, mine }) => !same(present[field], mine))
      .map(({ field, mine }) => [field, mine]),
  );
}

/**
 * The way back from such a change: what the centre said before, in every field that still says what was
 * chosen. What somebody wrote since stays. Undefined when nothing is left to take back.
 */
export function changeOfUndo(chosen: Fields, before: Fields, present: Fields): Change | undefined {
  return patchOf(
    Object.entries(before).filter(
      ([field, value]) => same(present[field], chosen[field]) && !same(present[field], value),
    ),
  );
}

function patchOf(fields: readonly (readonly [field: string, value: Json])[]): Change | undefined {
  return fields.length === 0 ? undefined : { kind: 'patch', fields: Object.fromEntries(fields) };
}

function same(one: Json | undefined, other: Json | undefined): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null);
}
