import type { Router } from '@orpc/server';

import type { contract } from '#shared/contract/contract.ts';

import { actionsRoutes } from './routes/actions.ts';
import { administrationRoutes } from './routes/administration.ts';
import { attachmentsRoutes } from './routes/attachments.ts';
import { backupRoutes } from './routes/backup.ts';
import { basemapRoutes } from './routes/basemap.ts';
import { boardRoutes } from './routes/board.ts';
import { briefingRoutes } from './routes/briefing.ts';
import { codesRoutes } from './routes/codes.ts';
import { contactsRoutes } from './routes/contacts.ts';
import { deskRoutes } from './routes/desk.ts';
import { exportsRoutes } from './routes/exports.ts';
import { factsRoutes } from './routes/facts.ts';
import { gapsRoutes } from './routes/gaps.ts';
import { parcelsRoutes } from './routes/parcels.ts';
import { partiesRoutes } from './routes/parties.ts';
import { peopleRoutes } from './routes/people.ts';
import { promisesRoutes } from './routes/promises.ts';
import { quarantineRoutes } from './routes/quarantine.ts';
import { makeRouteTools, type RouterParts } from './routes/route-tools.ts';
import { searchRoutes } from './routes/search.ts';
import { streetsRoutes } from './routes/streets.ts';
import { syncRoutes } from './routes/sync.ts';
import { territoryRoutes } from './routes/territory.ts';
import { threadRoutes } from './routes/thread.ts';
import { transfersRoutes } from './routes/transfers.ts';
import { viewsRoutes } from './routes/views.ts';
import { countOnlyHere } from './store/repositories/outbox-repository.ts';

/** Named, not inferred: so large a type cannot be written down by the compiler. */
export type WorkbenchRouter = Router<typeof contract, Record<never, never>>;

/** Every operation of the contract, tied to its use case by the routes of its feature. */
export function createRouter(parts: RouterParts): WorkbenchRouter {
  const tools = makeRouteTools(parts);
  const { os, session } = tools;
  return os.router({
    desk: deskRoutes(tools),
    transfers: transfersRoutes(tools),
    backup: backupRoutes(tools),
    territory: territoryRoutes(tools),
    basemap: basemapRoutes(tools),
    people: peopleRoutes(tools),
    contacts: contactsRoutes(tools),
    attachments: attachmentsRoutes(tools),
    codes: codesRoutes(tools),
    parties: partiesRoutes(tools),
    promises: promisesRoutes(tools),
    actions: actionsRoutes(tools),
    board: boardRoutes(tools),
    briefing: briefingRoutes(tools),
    thread: threadRoutes(tools),
    streets: streetsRoutes(tools),
    facts: factsRoutes(tools),
    gaps: gapsRoutes(tools),
    search: searchRoutes(tools),
    sync: syncRoutes(tools),
    parcels: parcelsRoutes(tools),
    administration: administrationRoutes(tools),
    quarantine: quarantineRoutes(tools),
    views: viewsRoutes(tools),
    exports: exportsRoutes(tools),
    outbox: {
      summary: os.outbox.summary.handler(() => countOnlyHere(session.file().store.read)),
    },
  });
}
