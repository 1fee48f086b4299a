import { isDeepStrictEqual } from 'node:util';

import type { z } from 'zod';

import type { Instant } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';
import type {
  Account,
  addAccountSchema,
  changeAccountSchema,
} from '#shared/protocol/administration.ts';

import { hashPassword } from '../accounts/passwords.ts';
import { makeCode, plainCode, secretHash } from '../accounts/secrets.ts';
import { CentralError } from '../errors.ts';
import type { Centre } from '../ports.ts';
import type { AccountRecord } from '../store/records.ts';
import {
  administer,
  type Administrator,
  newId,
  requireAccount,
  requireAdministrator,
} from './administer.ts';

/** Hours that a one-time code may wait to be used. */
export const CODE_HOURS = 72;

/** All accounts, with their rights, in order of login. */
export async function listAccounts(
  { store: { directory } }: Centre,
  who: Administrator,
): Promise<{ readonly zoneId: Id; readonly accounts: Account[] }> {
  await requireAdministrator(directory, who);
  const { zoneId } = who;
  const accounts = await directory.accounts(zoneId);
  const rights = Map.groupBy(await directory.allRights(zoneId), ({ officerId }) => officerId);
  return {
    zoneId,
    accounts: accounts.map(({ officerId, login, displayName, role, disabled, bound }) => ({
      officerId,
      login,
      displayName,
      role,
      closed: disabled,
      bound,
      rights: (rights.get(officerId) ?? []).map((right) => ({
        id: right.id,
        kind: right.kind,
        areaId: right.areaId,
        restricted: right.restricted,
        validFrom: right.validFrom,
        validTo: right.validTo,
      })),
    })),
  };
}

/** Throws INVALID_FIELD `login` `taken`. */
export async function addAccount(
  centre: Centre,
  who: Administrator,
  given: z.infer<typeof addAccountSchema>,
): Promise<{ readonly officerId: Id }> {
  const { login, displayName, role, password } = given;
  // Nobody else may make the centre stretch passwords.
  await requireAdministrator(centre.store.directory, who);
  const passwordHash = await hashPassword(password, centre.random(16));
  const officerId = newId(centre);
  await administer(centre, who, async (directory) => {
    if ((await directory.accountByLogin(who.zoneId, login)) !== undefined) {
      throw new CentralError('INVALID_FIELD', { field: 'login', reason: 'taken' });
    }
    await directory.putAccount(who.zoneId, {
      officerId,
      login,
      displayName,
      passwordHash,
      role,
      disabled: false,
      bound: false,
    });
    return { act: 'account-added', subjectId: officerId, subject: login, detail: { role } };
  });
  return { officerId };
}

/** Name and role; what is not named stays. Throws NOT_FOUND, LAST_ADMINISTRATOR. */
export async function changeAccount(
  centre: Centre,
  who: Administrator,
  given: z.infer<typeof changeAccountSchema>,
): Promise<void> {
  const { officerId, displayName, role } = given;
  await changed(centre, who, officerId, 'account-changed', (account) => ({
    account: {
      ...account,
      displayName: displayName ?? account.displayName,
      role: role ?? account.role,
    },
    detail: {
      ...(displayName !== undefined && displayName !== account.displayName && { renamed: true }),
      ...(role !== undefined && role !== account.role && { from: account.role, to: role }),
    },
  }));
}

/** Also lifts a lock-out. Throws NOT_FOUND. */
export async function setPassword(
  centre: Centre,
  who: Administrator,
  { officerId, password }: { readonly officerId: Id; readonly password: string },
): Promise<void> {
  await requireAdministrator(centre.store.directory, who);
  const passwordHash = await hashPassword(password, centre.random(16));
  await administer(centre, who, async (directory) => {
    const account = await requireAccount(directory, who.zoneId, officerId);
    await directory.putAccount(who.zoneId, { ...account, passwordHash });
    await directory.clearFailures(who.zoneId, account.login);
    return { act: 'password-set', subjectId: officerId, subject: account.login };
  });
}

/** Its desks forget everything, their unsent work is set aside. Throws NOT_FOUND, LAST_ADMINISTRATOR. */
export async function closeAccount(centre: Centre, who: Administrator, officerId: Id) {
  await changed(centre, who, officerId, 'account-closed', (account) => ({
    account: { ...account, disabled: true },
  }));
}

/** Throws NOT_FOUND. */
export async function reopenAccount(centre: Centre, who: Administrator, officerId: Id) {
  await changed(centre, who, officerId, 'account-reopened', (account) => ({
    account: { ...account, disabled: false },
  }));
}

/**
 * A one-time code for one desk of this officer. Only its hash is kept, so that it is shown once.
 * Throws NOT_FOUND, and INVALID_FIELD `officerId` `closed` for a closed account.
 */
export async function makeOneTimeCode(
  centre: Centre,
  who: Administrator,
  officerId: Id,
): Promise<{ readonly code: string; readonly expiresAt: Instant }> {
  const { clock, random } = centre;
  const code = makeCode(random);
  const expiresAt = new Date(Date.parse(clock.now()) + CODE_HOURS * 3_600_000).toISOString();
  await administer(centre, who, async (directory) => {
    const { zoneId } = who;
    const account = await requireAccount(directory, zoneId, officerId);
    if (account.disabled) {
      throw new CentralError('INVALID_FIELD', { field: 'officerId', reason: 'closed' });
    }
    const codeHash = secretHash(plainCode(code));
    await directory.addCode({ codeHash, zoneId, officerId, expiresAt });
    return { act: 'code-made', subjectId: officerId, subject: account.login };
  });
  return { code, expiresAt };
}

async function changed(
  centre: Centre,
  who: Administrator,
  officerId: Id,
  act: 'account-changed' | 'account-closed' | 'account-reopened',
  change: (account: AccountRecord) => {
    readonly account: AccountRecord;
    readonly detail?: Readonly<Record<string, string | boolean>>;
  },
): Promise<void> {
  await administer(centre, who, async (directory) => {
    const before = await requireAccount(directory, who.zoneId, officerId);
    const { account, detail = {} } = change(before);
    if (isDeepStrictEqual(account, before)) return null;
    await directory.putAccount(who.zoneId, account);
    return { act, subjectId: officerId, subject: account.login, detail };
  });
}
