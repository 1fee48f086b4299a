import { z } from 'zod';

import { dayOf, daySchema, OPEN_END } from '#shared/lib/dates.ts';
import { type Id, idSchema, makeId } from '#shared/lib/ids.ts';
import { ROLES } from '#shared/protocol/account.ts';

import { hashPassword } from '../accounts/passwords.ts';
import { makeCode, plainCode, secretHash } from '../accounts/secrets.ts';
import type { Centre } from '../ports.ts';

/** What was typed cannot be carried out; `message` says why, for whoever typed it. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

export interface CommandContext {
  readonly centre: Centre;
  /** A line of the standard input: passwords are never arguments. */
  readonly readSecret: () => Promise<string>;
  readonly readFile: (path: string) => Promise<string>;
}

interface Command {
  readonly usage: string;
  readonly does: string;
  /** @returns what is printed, as JSON. */
  run(context: CommandContext, given: readonly string[]): Promise<unknown>;
}

/** Hours that a one-time code may wait to be used. */
const CODE_HOURS = 72;

const loginSchema = z
  .string()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9.@_-]{1,99}$/);
const areasSchema = z.array(
  z.object({
    id: idSchema,
    kind: z.enum(['neighbourhood', 'district']),
    parentId: idSchema.nullable(),
  }),
);

/** The administrator's work, for scripts: each prints JSON. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  'zone add': {
    usage: 'zone add NAME',
    does: 'Adds a zone and prints its id',
    async run({ centre }, [name]) {
      const zone = { id: newId(centre), name: read(z.string().min(1).max(100), 'NAME', name) };
      await centre.store.directory.addZone({ ...zone, epoch: newId(centre) });
      return zone;
    },
  },
  'zone list': {
    usage: 'zone list',
    does: 'Lists the zones',
    run: ({ centre }) => centre.store.directory.zones(),
  },
  'zone restored': {
    usage: 'zone restored ZONE',
    does: 'Tells desks that the centre was restored from a backup: they push again what it lost',
    async run({ centre }, [zone]) {
      const epoch = newId(centre);
      await centre.store.directory.changeEpoch(read(idSchema, 'ZONE', zone), epoch);
      return { epoch };
    },
  },
  'account add': {
    usage: `account add ZONE LOGIN NAME ${ROLES.join('|')}`,
    does: 'Adds an account; the password is the first line of the standard input',
    async run(context, [zone, login, name, role]) {
      const { centre } = context;
      const { directory } = centre.store;
      const zoneId = read(idSchema, 'ZONE', zone);
      const account = {
        officerId: newId(centre),
        login: read(loginSchema, 'LOGIN', login),
        displayName: read(z.string().trim().min(1).max(200), 'NAME', name),
        role: read(z.enum(ROLES), 'ROLE', role),
      };
      if ((await directory.accountByLogin(zoneId, account.login)) !== undefined) {
        throw new CommandError('There is an account with this login.');
      }
      const passwordHash = await newPassword(context);
      await directory.putAccount(zoneId, {
        ...account,
        passwordHash,
        disabled: false,
        bound: false,
      });
      return account;
    },
  },
  'account list': {
    usage: 'account list ZONE',
    does: 'Lists accounts with their rights',
    async run({ centre }, [zone]) {
      const { directory } = centre.store;
      const zoneId = read(idSchema, 'ZONE', zone);
      return Promise.all(
        (await directory.accounts(zoneId)).map(async (account) => ({
          ...without(account, 'passwordHash'),
          rights: await directory.rights(zoneId, account.officerId),
        })),
      );
    },
  },
  'account password': {
    usage: 'account password ZONE LOGIN',
    does: 'Sets the password, from the standard input, and lifts a lock-out',
    async run(context, [zone, login]) {
      const { zoneId, account } = await accountOf(context, zone, login);
      const { directory } = context.centre.store;
      const passwordHash = await newPassword(context);
      await directory.putAccount(zoneId, { ...account, passwordHash });
      await directory.clearFailures(zoneId, account.login);
      return { changed: true };
    },
  },
  'account role': {
    usage: `account role ZONE LOGIN ${ROLES.join('|')}`,
    does: 'Changes the role',
    async run(context, [zone, login, role]) {
      const { zoneId, account } = await accountOf(context, zone, login);
      const changed = { ...account, role: read(z.enum(ROLES), 'ROLE', role) };
      await context.centre.store.directory.putAccount(zoneId, changed);
      return { role: changed.role };
    },
  },
  'account close': {
    usage: 'account close ZONE LOGIN',
    does: 'Closes the account: its desks forget everything, their unsent work is set aside',
    async run(context, [zone, login]) {
      const { zoneId, account } = await accountOf(context, zone, login);
      await context.centre.store.directory.putAccount(zoneId, { ...account, disabled: true });
      return { closed: true };
    },
  },
  'areas set': {
    usage: 'areas set ZONE FILE',
    does: 'Tells neighbourhoods and districts: a JSON list of { id, kind, parentId }',
    async run({ centre, readFile }, [zone, file]) {
      const zoneId = read(idSchema, 'ZONE', zone);
      const text = await readFile(read(z.string().min(1), 'FILE', file));
      const areas = read(areasSchema, 'FILE', parseJson(text));
      await centre.store.directory.putAreas(zoneId, areas);
      return { areas: areas.length };
    },
  },
  'right add': {
    usage: 'right add ZONE LOGIN neighbourhood|district|zone AREA [FROM [TO]]',
    does: 'Gives a right, from a day on (today) until another (for good)',
    async run(context, [zone, login, kind, area, from, to]) {
      const { zoneId, account } = await accountOf(context, zone, login);
      const right = {
        id: newId(context.centre),
        officerId: account.officerId,
        kind: read(z.enum(['neighbourhood', 'district', 'zone']), 'KIND', kind),
        areaId: read(idSchema, 'AREA', area),
        restricted: false,
        validFrom: read(daySchema, 'FROM', from ?? dayOf(context.centre.clock.now())),
        validTo: read(daySchema, 'TO', to ?? OPEN_END),
      };
      await context.centre.store.directory.addRight(zoneId, right);
      return right;
    },
  },
  'right end': {
    usage: 'right end ZONE RIGHT DAY',
    does: 'Ends a right: it holds no longer on that day',
    async run({ centre }, [zone, right, day]) {
      const found = await centre.store.directory.endRight(
        read(idSchema, 'ZONE', zone),
        read(idSchema, 'RIGHT', right),
        read(daySchema, 'DAY', day),
      );
      if (!found) throw new CommandError('There is no such right.');
      return { ended: true };
    },
  },
  'code make': {
    usage: 'code make ZONE LOGIN',
    does: `Makes a one-time code for one desk of this officer, good for ${CODE_HOURS} hours`,
    async run(context, [zone, login]) {
      const { zoneId, account } = await accountOf(context, zone, login);
      const { store, clock, random } = context.centre;
      const code = makeCode(random);
      const expiresAt = new Date(Date.parse(clock.now()) + CODE_HOURS * 3_600_000).toISOString();
      const codeHash = secretHash(plainCode(code));
      await store.directory.addCode({ codeHash, zoneId, officerId: account.officerId, expiresAt });
      return { code, expiresAt };
    },
  },
  'desk list': {
    usage: 'desk list ZONE',
    does: 'Lists desks: last seen, version, operations they still hold',
    async run({ centre }, [zone]) {
      const desks = await centre.store.directory.desks(read(idSchema, 'ZONE', zone));
      return desks.map((desk) => without(desk, 'publicKey'));
    },
  },
  'desk revoke': {
    usage: 'desk revoke ZONE DESK',
    does: 'Shuts a desk out at once, as after a theft',
    async run({ centre }, [zone, desk]) {
      const revoked = await centre.store.directory.revokeDesk(
        read(idSchema, 'ZONE', zone),
        read(idSchema, 'DESK', desk),
      );
      if (!revoked) throw new CommandError('There is no such desk.');
      return { revoked: true };
    },
  },
};

function read<Value>(schema: z.ZodType<Value>, what: string, given: unknown): Value {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new CommandError(`${what}: ${parsed.error.issues[0]?.message ?? 'not understood'}`);
}

function without<Value extends object, Key extends keyof Value>(
  value: Value,
  key: Key,
): Omit<Value, Key> {
  const kept = Object.entries(value).filter(([name]) => name !== key);
  return Object.fromEntries(kept) as Omit<Value, Key>;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new CommandError('FILE: not JSON');
  }
}

async function accountOf({ centre }: CommandContext, zone: unknown, login: unknown) {
  const zoneId = read(idSchema, 'ZONE', zone);
  const account = await centre.store.directory.accountByLogin(
    zoneId,
    read(loginSchema, 'LOGIN', login),
  );
  if (account === undefined) throw new CommandError('There is no such account.');
  return { zoneId, account };
}

async function newPassword({ centre, readSecret }: CommandContext): Promise<string> {
  const password = read(z.string().min(12).max(1_000), 'password', await readSecret());
  return hashPassword(password, centre.random(16));
}

function newId({ clock, random }: Centre): Id {
  return makeId(Date.parse(clock.now()), random(16));
}
