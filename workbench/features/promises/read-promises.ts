import type { PromiseFilter } from '#shared/contract/promises.ts';
import type { KeptPromise } from '#shared/domain/promises/promise.ts';
import { dayOf, daySchema } from '#shared/lib/dates.ts';
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
import { ownersKeptBy, withKeeper, withKeepers } from './keepers.ts';

export async function readOpenPromises(file: OpenFile): Promise<KeptPromise[]> {
  const { read, clock } = file.store;
  return withKeepers(read, dayOf(clock.now()), await openPromises(read));
}

export async function readPromiseOfContact(
  file: OpenFile,
  contactId: Id,
): Promise<KeptPromise | null> {
  const promise = await promiseOfContact(file.store.read, contactId);
  return promise ? withKeeper(file, promise) : null;
}

export interface PromisePage {
  readonly rows: KeptPromise[];
  readonly nextCursor: string | null;
  readonly total: number;
}

/** One page of the list. Throws INVALID_FIELD when the cursor is not one of ours. */
export async function readPromisePage(
  file: OpenFile,
  input: { readonly filter: PromiseFilter; readonly cursor: string | null; readonly limit: number },
): Promise<PromisePage> {
  const { store } = file;
  const today = dayOf(store.clock.now());
  const { streetId, ownerId, ...rest } = input.filter;
  const wanted = {
    ...rest,
    ...(streetId !== undefined && { streetIds: await streetVersions(store.read, streetId) }),
    ...(ownerId !== undefined && {
      ownerId,
      openOwnerIds: await ownersKeptBy(store.read, today, ownerId),
    }),
  };
  const cursor = input.cursor === null ? null : parseCursor(input.cursor);
  const listed = await listPromises(store.read, wanted, cursor, input.limit + 1);
  const rows = listed.slice(0, input.limit);
  const last = listed.length > input.limit ? rows.at(-1) : undefined;
  return {
    rows: await withKeepers(store.read, today, rows),
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
