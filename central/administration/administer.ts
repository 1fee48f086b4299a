import { type Id, makeId } from '#shared/lib/ids.ts';

import { CentralError } from '../errors.ts';
import type { Centre } from '../ports.ts';
import type { CentralWrite } from '../store/central-store.ts';
import type { Directory } from '../store/directory.ts';
import type { AccountRecord, ActRecord } from '../store/records.ts';

/** Who administers: an officer at a desk, or nobody by name, who has the centre's command line. */
export interface Administrator {
  readonly zoneId: Id;
  readonly officerId: Id | null;
}

/** What was done, for the record. */
export type Done = Pick<ActRecord, 'act' | 'subjectId' | 'subject'> &
  Partial<Pick<ActRecord, 'detail'>>;

/**
 * Does one administrative act: `work` checks, changes and says what it did, all in one commit that desks
 * hear of; null when it was so already, as when an answer got lost and the question came again: then there
 * is nothing to record. What it throws leaves nothing behind.
 *
 * Throws FORBIDDEN unless it is an administrator who asks, and LAST_ADMINISTRATOR when nobody could
 * administer the zone afterwards.
 */
export async function administer(
  centre: Centre,
  who: Administrator,
  work: (directory: Directory, transaction: CentralWrite) => Promise<Done | null>,
): Promise<void> {
  await centre.store.write(who.zoneId, async (transaction) => {
    const directory = await transaction.directory();
    const actor = await requireAdministrator(directory, who);
    const had = await hasAdministrator(directory, who.zoneId);
    const done = await work(directory, transaction);
    if (done === null) return;
    if (had && !(await hasAdministrator(directory, who.zoneId))) {
      throw new CentralError('LAST_ADMINISTRATOR');
    }
    transaction.putAct({
      at: centre.clock.now(),
      actorId: who.officerId,
      actor: actor?.login ?? '',
      detail: {},
      ...done,
    });
  });
}

/** @returns the account; undefined for the command line. Throws FORBIDDEN. */
export async function requireAdministrator(
  directory: Directory,
  { zoneId, officerId }: Administrator,
): Promise<AccountRecord | undefined> {
  if (officerId === null) return undefined;
  const account = await directory.accountOf(zoneId, officerId);
  if (account === undefined || account.disabled || account.role !== 'administrator') {
    throw new CentralError('FORBIDDEN');
  }
  return account;
}

/** Throws NOT_FOUND, which names the field. */
export async function requireAccount(
  directory: Directory,
  zoneId: Id,
  officerId: Id,
): Promise<AccountRecord> {
  const account = await directory.accountOf(zoneId, officerId);
  if (account === undefined) throw new CentralError('NOT_FOUND', { field: 'officerId' });
  return account;
}

export function newId({ clock, random }: Centre): Id {
  return makeId(Date.parse(clock.now()), random(16));
}

async function hasAdministrator(directory: Directory, zoneId: Id): Promise<boolean> {
  const accounts = await directory.accounts(zoneId);
  return accounts.some(({ role, disabled }) => role === 'administrator' && !disabled);
}
