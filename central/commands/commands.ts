import type { CentralError } from '../errors.ts';
import { ACCESS_COMMANDS } from './access-commands.ts';
import { ACCOUNT_COMMANDS } from './account-commands.ts';
import { CODE_COMMANDS } from './code-commands.ts';
import type { Commands } from './command.ts';
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

/** Why the centre refused, for whoever typed the command. */
export function explain({ code, data }: CentralError): string {
  if (code === 'LAST_ADMINISTRATOR') {
    return 'This is the last administrator: nobody could administer the zone any more.';
  }
  if (code === 'PARCEL_REFUSED') return explainParcel(data.reason);
  if (code === 'NOT_FOUND') return `There is no such ${nameOf(data.field ?? '')}.`;
  if (data.field === 'hash') return `This is not the territory of a zone: ${data.reason ?? ''}.`;
  if (data.reason === 'taken') return 'There is an account with this login.';
  return [code, data.field, data.reason].filter((part) => part !== undefined).join(' ');
}

function nameOf(field: string): string {
  return field.replace(/Id$/, '');
}
