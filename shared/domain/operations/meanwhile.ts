import { canonicalJson } from '../../lib/canonical-json.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * What somebody changed in a form: its fields that say something else than when the form was opened.
 *
 * @param seen what the form said when it was opened.
 * @param given what it says now.
 */
export function ownChanges<Form extends object>(seen: Form, given: Form): Partial<Form> {
  const own = Object.entries(given).filter(([field, value]) => !same((seen as Row)[field], value));
  return Object.fromEntries(own) as Partial<Form>;
}

/**
 * The first field that would be written over what a colleague wrote since the form was opened; undefined where there is
 * none. That both wrote the same is no reason to ask.
 *
 * @param seen what stood in the changed fields when the form was opened; a field without it is not looked at.
 * @param now what stands in them.
 * @param changes what is to stand in them.
 */
export function changedMeanwhile(seen: object, now: object, changes: object): string | undefined {
  return Object.entries(changes).find(
    ([field, value]) =>
      value !== undefined &&
      (seen as Row)[field] !== undefined &&
      !same((now as Row)[field], (seen as Row)[field]) &&
      !same((now as Row)[field], value),
  )?.[0];
}

function same(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
