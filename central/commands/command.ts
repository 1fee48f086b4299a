import { z } from 'zod';

import { type Id, idSchema } from '#shared/lib/ids.ts';
import { loginSchema } from '#shared/protocol/account.ts';

import type { Administrator } from '../administration/administer.ts';
import { wordsOfIssue } from '../config/issue-words.ts';
import type { Centre } from '../ports.ts';
import type { AccountRecord } from '../store/records.ts';

/** What was typed cannot be carried out; `message` says why, for whoever typed it. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** An argument was left out: the usage of the command helps. */
export class MissingArgument extends CommandError {}

export interface CommandContext {
  readonly centre: Centre;
  /** A line of the standard input: passwords are never arguments. */
  readonly readSecret: () => Promise<string>;
  readonly readFile: (path: string) => Promise<string>;
  readonly readBytes: (path: string) => Promise<Uint8Array>;
  /** Throws CommandError when the file exists. */
  readonly saveBytes: (path: string, parts: AsyncIterable<Uint8Array>) => Promise<void>;
}

export interface Command {
  readonly usage: string;
  readonly does: string;
  /** @returns what is printed, as JSON. */
  run(context: CommandContext, given: readonly string[]): Promise<unknown>;
}
export type Commands = Readonly<Record<string, Command>>;

/** Whoever has the command line has the database: nobody by name. Throws CommandError. */
export function whoIn(zone: unknown): Administrator {
  return { zoneId: read(idSchema, 'ZONE', zone), officerId: null };
}

/** Throws CommandError, which names what was typed and does not repeat it. */
export function read<Value>(schema: z.ZodType<Value>, what: string, given: unknown): Value {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  if (given === undefined) throw new MissingArgument(`${what} is missing.`);
  const [issue] = parsed.error.issues;
  const where = [what, ...(issue?.path ?? []).map(partOf)].join(', ');
  throw new CommandError(
    `${where}: ${issue === undefined ? 'not understood' : wordsOfIssue(issue)}`,
  );
}

/** People count the entries of a list from one. */
function partOf(part: PropertyKey): string {
  return typeof part === 'number' ? `entry ${part + 1}` : String(part);
}

/** Throws CommandError. */
export async function accountOf(
  { centre }: CommandContext,
  zoneId: Id,
  login: unknown,
): Promise<AccountRecord> {
  const account = await centre.store.directory.accountByLogin(
    zoneId,
    read(loginSchema, 'LOGIN', login),
  );
  if (account === undefined) throw new CommandError('There is no such account.');
  return account;
}

/** What the file says. Throws CommandError. */
export async function readJson({ readFile }: CommandContext, file: unknown): Promise<unknown> {
  const text = await readFile(read(z.string().min(1), 'FILE', file));
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new CommandError('FILE: not JSON');
  }
}
