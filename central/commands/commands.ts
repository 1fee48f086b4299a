import type { CentralError } from '../errors.ts';
import { ACCESS_COMMANDS } from './access-commands.ts';
import { ACCOUNT_COMMANDS } from './account-commands.ts';
import { CODE_COMMANDS, explainCode } from './code-commands.ts';
import {
  type Command,
  type CommandContext,
  CommandError,
  type Commands,
  MissingArgument,
  whoIn,
} from './command.ts';
import { explainParcel, PARCEL_COMMANDS } from './parcel-commands.ts';
import { TERRITORY_COMMANDS } from './territory-commands.ts';
import { ZONE_COMMANDS } from './zone-commands.ts';

/** The administrator's work, for scripts: each prints JSON. */
export const COMMANDS: Commands = {
  ...ZONE_COMMANDS,
  ...ACCOUNT_COMMANDS,
  ...ACCESS_COMMANDS,
  ...CODE_COMMANDS,
  ...PARCEL_COMMANDS,
  ...TERRITORY_COMMANDS,
};

/** Runs a command; an argument that was left out is told with the usage. Throws CommandError, CentralError. */
export async function runCommand(
  { usage, run }: Command,
  context: CommandContext,
  given: readonly string[],
): Promise<unknown> {
  try {
    await checkZone(usage, context, given);
    return await run(context, given);
  } catch (cause) {
    if (!(cause instanceof MissingArgument)) throw cause;
    throw new CommandError(`${cause.message} Usage: ${usage}`);
  }
}

/** A zone that there is none of would be listed as empty. Throws CommandError. */
async function checkZone(
  usage: string,
  { centre }: CommandContext,
  given: readonly string[],
): Promise<void> {
  const at = usage.split(' ').indexOf('ZONE') - WORDS_OF_NAME;
  if (at < 0 || given[at] === undefined) return;
  const { zoneId } = whoIn(given[at]);
  const zones = await centre.store.directory.zones();
  if (!zones.some(({ id }) => id === zoneId)) {
    throw new CommandError('ZONE: there is no such zone. “zone list” says which there are.');
  }
}

/** A command is called by two words; what follows is given. */
const WORDS_OF_NAME = 2;

/** Why the centre refused, for whoever typed the command. */
export function explain({ code, data }: CentralError): string {
  if (code === 'LAST_ADMINISTRATOR') {
    return 'This is the last administrator: nobody could administer the zone any more.';
  }
  if (code === 'PARCEL_REFUSED') return explainParcel(data.reason);
  if (code === 'NOT_FOUND') return `There is no such ${nameOf(data.field ?? '')}.`;
  if (data.field === 'hash') return `This is not the territory of a zone: ${data.reason ?? ''}.`;
  if (data.reason === 'taken') return 'There is an account with this login.';
  const ofCode = explainCode(data.field ?? '', data.reason ?? '');
  if (ofCode !== undefined) return ofCode;
  return [code, data.field, data.reason].filter((part) => part !== undefined).join(' ');
}

function nameOf(field: string): string {
  return field.replace(/Id$/, '');
}
