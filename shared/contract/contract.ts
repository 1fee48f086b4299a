import type { ContractRouterClient } from '@orpc/contract';

import { actionsContract } from './actions.ts';
import { administrationContract, quarantineContract } from './administration.ts';
import { attachmentsContract } from './attachments.ts';
import { backupContract } from './backup.ts';
import { basemapContract } from './basemap.ts';
import { boardContract } from './board.ts';
import { briefingContract } from './briefing.ts';
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
import { threadContract } from './thread.ts';
import { transfersContract } from './transfers.ts';
import { viewsContract } from './views.ts';

/**
 * Every operation of the workbench, named once: client, router and both transports come from it. The types are
 * named, since spelt out they are more than the compiler writes down.
 */
export const contract: {
  readonly desk: typeof deskContract;
  readonly transfers: typeof transfersContract;
  readonly backup: typeof backupContract;
  readonly territory: typeof territoryContract;
  readonly basemap: typeof basemapContract;
  readonly people: typeof peopleContract;
  readonly codes: typeof codesContract;
  readonly contacts: typeof contactsContract;
  readonly attachments: typeof attachmentsContract;
  readonly parties: typeof partiesContract;
  readonly promises: typeof promisesContract;
  readonly actions: typeof actionsContract;
  readonly board: typeof boardContract;
  readonly briefing: typeof briefingContract;
  readonly thread: typeof threadContract;
  readonly streets: typeof streetsContract;
  readonly gaps: typeof gapsContract;
  readonly search: typeof searchContract;
  readonly outbox: typeof outboxContract;
  readonly sync: typeof syncContract;
  readonly parcels: typeof parcelsContract;
  readonly administration: typeof administrationContract;
  readonly quarantine: typeof quarantineContract;
  readonly facts: typeof factsContract;
  readonly views: typeof viewsContract;
  readonly exports: typeof exportsContract;
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
  board: boardContract,
  briefing: briefingContract,
  thread: threadContract,
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
