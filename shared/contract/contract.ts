import type { ContractRouterClient } from '@orpc/contract';

import { actionsContract } from './actions.ts';
import { administrationContract, quarantineContract } from './administration.ts';
import { attachmentsContract } from './attachments.ts';
import { backupContract } from './backup.ts';
import { basemapContract } from './basemap.ts';
import { codesContract } from './codes.ts';
import { contactsContract } from './contacts.ts';
import { deskContract } from './desk.ts';
import { exportsContract } from './exports.ts';
import { factsContract } from './facts.ts';
import { gapsContract } from './gaps.ts';
import { outboxContract } from './outbox.ts';
import { parcelsContract } from './parcels.ts';
import { partiesContract } from './parties.ts';
import { peopleContract } from './people.ts';
import { promisesContract } from './promises.ts';
import { searchContract } from './search.ts';
import { streetsContract } from './streets.ts';
import { syncContract } from './sync.ts';
import { territoryContract } from './territory.ts';
import { transfersContract } from './transfers.ts';
import { viewsContract } from './views.ts';

/**
 * Every operation of the workbench, named once: client, router and both transports come from it. Its type
 * is written out by name, since what the compiler infers is too long for it to write down.
 */
export const contract: {
  desk: typeof deskContract;
  transfers: typeof transfersContract;
  backup: typeof backupContract;
  territory: typeof territoryContract;
  basemap: typeof basemapContract;
  people: typeof peopleContract;
  codes: typeof codesContract;
  contacts: typeof contactsContract;
  attachments: typeof attachmentsContract;
  parties: typeof partiesContract;
  promises: typeof promisesContract;
  actions: typeof actionsContract;
  streets: typeof streetsContract;
  gaps: typeof gapsContract;
  search: typeof searchContract;
  outbox: typeof outboxContract;
  sync: typeof syncContract;
  parcels: typeof parcelsContract;
  administration: typeof administrationContract;
  quarantine: typeof quarantineContract;
  facts: typeof factsContract;
  views: typeof viewsContract;
  exports: typeof exportsContract;
} = {
  desk: deskContract,
  transfers: transfersContract,
  backup: backupContract,
  territory: territoryContract,
  basemap: basemapContract,
  people: peopleContract,
  codes: codesContract,
  contacts: contactsContract,
  attachments: attachmentsContract,
  parties: partiesContract,
  promises: promisesContract,
  actions: actionsContract,
  streets: streetsContract,
  gaps: gapsContract,
  search: searchContract,
  outbox: outboxContract,
  sync: syncContract,
  parcels: parcelsContract,
  administration: administrationContract,
  quarantine: quarantineContract,
  facts: factsContract,
  views: viewsContract,
  exports: exportsContract,
};

export type WorkbenchClient = ContractRouterClient<typeof contract>;
