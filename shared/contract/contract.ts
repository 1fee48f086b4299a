import type { ContractRouterClient } from '@orpc/contract';

import { backupContract } from './backup.ts';
import { basemapContract } from './basemap.ts';
import { codesContract } from './codes.ts';
import { contactsContract } from './contacts.ts';
import { deskContract } from './desk.ts';
import { outboxContract } from './outbox.ts';
import { partiesContract } from './parties.ts';
import { peopleContract } from './people.ts';
import { promisesContract } from './promises.ts';
import { territoryContract } from './territory.ts';
import { transfersContract } from './transfers.ts';

/** Every operation of the workbench, named once: client, router and both transports come from it. */
export const contract = {
  desk: deskContract,
  transfers: transfersContract,
  backup: backupContract,
  territory: territoryContract,
  basemap: basemapContract,
  people: peopleContract,
  codes: codesContract,
  contacts: contactsContract,
  parties: partiesContract,
  promises: promisesContract,
  outbox: outboxContract,
};

export type WorkbenchClient = ContractRouterClient<typeof contract>;
