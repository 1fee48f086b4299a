import { loginSchema, ROLES } from '#shared/protocol/account.ts';
import {
  displayNameSchema,
  newPasswordSchema,
  roleSchema,
} from '#shared/protocol/administration.ts';

import {
  addAccount,
  changeAccount,
  closeAccount,
  CODE_HOURS,
  listAccounts,
  makeOneTimeCode,
  reopenAccount,
  setPassword,
} from '../administration/accounts.ts';
import { accountOf, type CommandContext, type Commands, read, whoIn } from './command.ts';

export const ACCOUNT_COMMANDS: Commands = {
  'account add': {
    usage: `account add ZONE LOGIN NAME ${ROLES.join('|')}`,
    does: 'Adds an account; the password is the first line of the standard input',
    async run(context, [zone, login, name, role]) {
      const account = {
        login: read(loginSchema, 'LOGIN', login),
        displayName: read(displayNameSchema, 'NAME', name),
        role: read(roleSchema, 'ROLE', role),
      };
      const who = whoIn(zone);
      const password = await newPassword(context);
      return { ...(await addAccount(context.centre, who, { ...account, password })), ...account };
    },
  },
  'account list': {
    usage: 'account list ZONE',
    does: 'Lists accounts with their rights',
    run: async ({ centre }, [zone]) => (await listAccounts(centre, whoIn(zone))).accounts,
  },
  'account password': {
    usage: 'account password ZONE LOGIN',
    does: 'Sets the password, from the standard input, and lifts a lock-out',
    async run(context, [zone, login]) {
      const who = whoIn(zone);
      const { officerId } = await accountOf(context, who.zoneId, login);
      await setPassword(context.centre, who, { officerId, password: await newPassword(context) });
      return { changed: true };
    },
  },
  'account role': {
    usage: `account role ZONE LOGIN ${ROLES.join('|')}`,
    does: 'Changes the role',
    async run(context, [zone, login, role]) {
      const who = whoIn(zone);
      const { officerId } = await accountOf(context, who.zoneId, login);
      const changed = { officerId, role: read(roleSchema, 'ROLE', role) };
      await changeAccount(context.centre, who, changed);
      return { role: changed.role };
    },
  },
  'account name': {
    usage: 'account name ZONE LOGIN NAME',
    does: 'Changes the name',
    async run(context, [zone, login, name]) {
      const who = whoIn(zone);
      const { officerId } = await accountOf(context, who.zoneId, login);
      const displayName = read(displayNameSchema, 'NAME', name);
      await changeAccount(context.centre, who, { officerId, displayName });
      return { displayName };
    },
  },
  'account close': {
    usage: 'account close ZONE LOGIN',
    does: 'Closes the account: its desks forget everything, their unsent work is set aside',
    async run(context, [zone, login]) {
      const who = whoIn(zone);
      const { officerId } = await accountOf(context, who.zoneId, login);
      await closeAccount(context.centre, who, officerId);
      return { closed: true };
    },
  },
  'account reopen': {
    usage: 'account reopen ZONE LOGIN',
    does: 'Opens a closed account again',
    async run(context, [zone, login]) {
      const who = whoIn(zone);
      const { officerId } = await accountOf(context, who.zoneId, login);
      await reopenAccount(context.centre, who, officerId);
      return { closed: false };
    },
  },
  'code make': {
    usage: 'code make ZONE LOGIN',
    does: `Makes a one-time code for one desk of this officer, good for ${CODE_HOURS} hours`,
    async run(context, [zone, login]) {
      const who = whoIn(zone);
      const { officerId } = await accountOf(context, who.zoneId, login);
      return makeOneTimeCode(context.centre, who, officerId);
    },
  },
};

async function newPassword({ readSecret }: CommandContext): Promise<string> {
  return read(newPasswordSchema, 'password', await readSecret());
}
