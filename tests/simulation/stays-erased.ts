import type { Id } from '#shared/lib/ids.ts';

import type { StoredOperation, StoredRow } from '../../central/store/records.ts';
import { hold } from './broken.ts';
import { TYPED } from './typed.ts';

/** A contact that somebody asked to erase, and what the centre had of it then. */
export interface ErasedContact {
  readonly id: Id;
  readonly texts: readonly string[];
}

/** What the centre has of a contact and of all that hangs on it. */
export function textsOf(rows: readonly StoredRow[], id: Id): readonly string[] {
  const own = rows.filter((row) => row.id === id || row.parent?.id === id);
  return own.flatMap(({ row }) => JSON.stringify(row.fields).match(TYPED) ?? []);
}

/** What was erased stays erased at the centre, whoever still had it, and however often it was restored. */
export function staysErased(
  {
    rows,
    operations,
  }: { readonly rows: readonly StoredRow[]; readonly operations: readonly StoredOperation[] },
  erased: readonly ErasedContact[],
): void {
  const gone = new Set(erased.map(({ id }) => id));
  const left = rows.filter(({ id, parent }) => gone.has(id) || gone.has(parent?.id ?? ''));
  hold(
    left.every(({ row }) => row.state === 'erased' && Object.keys(row.fields).length === 0),
    'what was erased stays erased, with all that hangs on it',
  );
  const kept = JSON.stringify([operations.map(({ change, result }) => [change, result]), rows]);
  hold(
    !hasAny(kept, erased),
    'nothing of what was erased is left in what the centre keeps of operations',
  );
}

/** Whether something is left of it in a text, but for what is `asked` about. */
export function hasAny(
  text: string,
  erased: readonly ErasedContact[],
  asked: ReadonlySet<string> = new Set(),
): boolean {
  const found = new Set(text.match(TYPED) ?? []);
  return erased.some(({ texts }) => texts.some((one) => found.has(one) && !asked.has(one)));
}
