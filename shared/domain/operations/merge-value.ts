import { z } from 'zod';

import { canonicalJson } from '../../lib/canonical-json.ts';
import type { FieldPolicy } from './entity-rules.ts';
import type { Json } from './operation.ts';

const setChangeSchema = z.object({
  add: z.array(z.json()).default([]),
  remove: z.array(z.json()).default([]),
});
const appendChangeSchema = z.object({ append: z.array(z.json()) });

/**
 * What a field holds after a change of it. A set is kept in canonical order, so that two desks that made
 * the same changes in another order hold the same.
 *
 * @param present what the field holds, null when nothing.
 * @returns undefined when `given` is not a change of a field with this policy.
 */
export function mergeValue(policy: FieldPolicy, present: Json, given: Json): Json | undefined {
  switch (policy) {
    case 'surface':
    case 'arrival':
    case 'fixed':
      return given;
    case 'set': {
      const change = setChangeSchema.safeParse(given);
      if (!change.success) return undefined;
      const members = new Map(listOf(present).map((item) => [canonicalJson(item), item]));
      for (const item of change.data.remove) members.delete(canonicalJson(item));
      for (const item of change.data.add) members.set(canonicalJson(item), item);
      return [...members].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, item]) => item);
    }
    case 'append': {
      const change = appendChangeSchema.safeParse(given);
      return change.success ? [...listOf(present), ...change.data.append] : undefined;
    }
  }
}

function listOf(value: Json): readonly Json[] {
  return isList(value) ? value : [];
}

/** `Array.isArray` does not see through a readonly array. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
