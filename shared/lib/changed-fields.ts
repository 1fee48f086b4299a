import { canonicalJson } from './canonical-json.ts';

/**
 * The fields of `form` that say something else than `row`: as they are to become, and as they were. Only these are
 * sent, so that what somebody else changed of the same row meanwhile stays.
 */
export function changedFields<Form extends object>(
  row: Readonly<Form>,
  form: Readonly<Form>,
): { readonly after: Partial<Form>; readonly before: Partial<Form> } {
  const after: Partial<Form> = {};
  const before: Partial<Form> = {};
  for (const field of Object.keys(form) as (keyof Form)[]) {
    if (canonicalJson(form[field]) === canonicalJson(row[field])) continue;
    after[field] = form[field];
    before[field] = row[field];
  }
  return { after, before };
}
