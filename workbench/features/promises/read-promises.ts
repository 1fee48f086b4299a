import type { PromiseFilter } from '#shared/contract/promises.ts';
import type { ContactPromise } from '#shared/domain/promises/promise.ts';
import { daySchema } from '#shared/lib/dates.ts';
import { type Id, idSchema } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { streetVersions } from '../../store/repositories/place-versions.ts';
import {
  countPromises,
  listPromises,
  openPromises,
  type PromiseCursor,
  promiseOfContact,
} from '../../store/repositories/promise-repository.ts';

export async function readOpenPromises({ store }: OpenFile): Promise<ContactPromise[]> {
  return [...(await openPromises(store.read))];
}

export async function readPromiseOfContact(
  { store }: OpenFile,
  contactId: Id,
): Promise<ContactPromise | null> {
  return (await promiseOfContact(store.read, contactId)) ?? null;
}

export interface PromisePage {
  readonly rows: ContactPromise[];
  readonly nextCursor: string | null;
  readonly total: number;
}

/** One page of the list. Throws INVALID_FIELD when the cursor is not one of ours. */
export async function readPromisePage(
  { store }: OpenFile,
  input: { readonly filter: PromiseFilter; readonly cursor: string | null; readonly limit: number },
): Promise<PromisePage> {
  const { streetId, ...rest } = input.filter;
  const wanted =
    streetId === undefined
      ? rest
      : { ...rest, streetIds: await streetVersions(store.read, streetId) };
  const cursor = input.cursor === null ? null : parseCursor(input.cursor);
  const listed = await listPromises(store.read, wanted, cursor, input.limit + 1);
  const rows = listed.slice(0, input.limit);
  const last = listed.length > input.limit ? rows.at(-1) : undefined;
  return {
    rows,
    nextCursor: last ? `${last.dueOn} ${last.id}` : null,
    total: await countPromises(store.read, wanted),
  };
}

function parseCursor(text: string): PromiseCursor {
  const [dueOn, id] = text.split(' ');
  const isOurs = daySchema.safeParse(dueOn).success && idSchema.safeParse(id).success;
  if (!isOurs || dueOn === undefined || id === undefined) {
    throw new WorkbenchError('INVALID_FIELD', { field: 'cursor', reason: 'unknown' });
  }
  return { dueOn, id };
}
