import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
} from '@tanstack/react-router';

import { boardSearchSchema } from '../client/board-search.ts';
import {
  ActionPage,
  actionSearchSchema,
  BenchPage,
  DealSheetPage,
  DossierPage,
  dossierSearchSchema,
  DossiersPage,
} from '../features/actions/index.ts';
import {
  AdministrationPage,
  administrationSearchSchema,
  QuarantinePage,
  quarantineSearchSchema,
} from '../features/administration/index.ts';
import { BoardPage } from '../features/board/index.ts';
import { BriefingPage, briefingSearchSchema } from '../features/briefing/index.ts';
import { CodeListsPage, codeListsSearchSchema } from '../features/codes/index.ts';
import {
  ContactPage,
  contactPageSearchSchema,
  ContactPanel,
  ContactsOnPaper,
  ContactsPage,
} from '../features/contacts/index.ts';
import { DeskPage } from '../features/desk/index.ts';
import { printSearchSchema } from '../features/exports/index.ts';
import { FactsPage, factsSearchSchema } from '../features/facts/index.ts';
import { gapSearchSchema, GapsPage } from '../features/gaps/index.ts';
import { MapPage, mapSearchSchema } from '../features/map/index.ts';
import { NeighbourhoodPage } from '../features/neighbourhoods/index.ts';
import { PartiesPage, PartyPanel, partySearchSchema } from '../features/parties/index.ts';
import { promiseSearchSchema, PromisesPage } from '../features/promises/index.ts';
import { SearchPage, searchSearchSchema } from '../features/search/index.ts';
import { StreetPage, streetSearchSchema } from '../features/streets/index.ts';
import { ChangesOnPaper, changesSearchSchema, SyncPage } from '../features/sync/index.ts';
import { TerritoryPage } from '../features/territory/index.ts';
import { ThreadPage, threadSearchSchema } from '../features/thread/index.ts';
import { TodayPage } from '../features/today/index.ts';
import { contactSearchSchema } from '../features/views/index.ts';
import { Crashed } from './crash-boundary.tsx';
import { Frame } from './frame.tsx';
import { NotFound } from './not-found.tsx';

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });

const today = createRoute({ getParentRoute: () => root, path: '/', component: TodayPage });
const contacts = createRoute({
  getParentRoute: () => root,
  path: '/contacts',
  component: ContactsPage,
  validateSearch: contactSearchSchema,
});
const contact = createRoute({
  getParentRoute: () => contacts,
  path: '$contactId',
  component: ContactPanel,
});
const paper = createRoute({
  getParentRoute: () => root,
  path: '/contacts-print',
  component: ContactsOnPaper,
  validateSearch: printSearchSchema,
});
/** The same contact as a page of its own. */
const contactPage = createRoute({
  getParentRoute: () => root,
  path: '/contact/$contactId',
  component: ContactPage,
  validateSearch: contactPageSearchSchema,
});
const promises = createRoute({
  getParentRoute: () => root,
  path: '/promises',
  component: PromisesPage,
  validateSearch: promiseSearchSchema,
});
const dossiers = createRoute({
  getParentRoute: () => root,
  path: '/dossiers',
  component: DossiersPage,
  validateSearch: dossierSearchSchema,
});
const dossier = createRoute({
  getParentRoute: () => root,
  path: '/dossiers/$dossierId',
  component: DossierPage,
});
const action = createRoute({
  getParentRoute: () => root,
  path: '/actions/$actionId',
  component: ActionPage,
  validateSearch: actionSearchSchema,
});
const bench = createRoute({ getParentRoute: () => root, path: '/bench', component: BenchPage });
const board = createRoute({
  getParentRoute: () => root,
  path: '/board',
  component: BoardPage,
  validateSearch: boardSearchSchema,
});
const thread = createRoute({
  getParentRoute: () => root,
  path: '/thread',
  component: ThreadPage,
  validateSearch: threadSearchSchema,
});
const briefing = createRoute({
  getParentRoute: () => root,
  path: '/briefing',
  component: BriefingPage,
  validateSearch: briefingSearchSchema,
});
const dealSheet = createRoute({
  getParentRoute: () => root,
  path: '/deal-print/$dealId',
  component: DealSheetPage,
  validateSearch: actionSearchSchema,
});
const street = createRoute({
  getParentRoute: () => root,
  path: '/streets/$streetId',
  component: StreetPage,
  validateSearch: streetSearchSchema,
});
const neighbourhood = createRoute({
  getParentRoute: () => root,
  path: '/neighbourhoods/$id',
  component: NeighbourhoodPage,
});
const parties = createRoute({
  getParentRoute: () => root,
  path: '/parties',
  component: PartiesPage,
  validateSearch: partySearchSchema,
});
const party = createRoute({
  getParentRoute: () => parties,
  path: '$partyId',
  component: PartyPanel,
});
const map = createRoute({
  getParentRoute: () => root,
  path: '/map',
  component: MapPage,
  validateSearch: mapSearchSchema,
});
const gaps = createRoute({
  getParentRoute: () => root,
  path: '/gaps',
  component: GapsPage,
  validateSearch: gapSearchSchema,
});
const territory = createRoute({
  getParentRoute: () => root,
  path: '/territory',
  component: TerritoryPage,
});
const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  component: SearchPage,
  validateSearch: searchSearchSchema,
});
const codeLists = createRoute({
  getParentRoute: () => root,
  path: '/code-lists',
  component: CodeListsPage,
  validateSearch: codeListsSearchSchema,
});
const facts = createRoute({
  getParentRoute: () => root,
  path: '/facts',
  component: FactsPage,
  validateSearch: factsSearchSchema,
});
const administration = createRoute({
  getParentRoute: () => root,
  path: '/administration',
  component: AdministrationPage,
  validateSearch: administrationSearchSchema,
});
const quarantine = createRoute({
  getParentRoute: () => root,
  path: '/quarantine',
  component: QuarantinePage,
  validateSearch: quarantineSearchSchema,
});
const sync = createRoute({ getParentRoute: () => root, path: '/sync', component: SyncPage });
const changes = createRoute({
  getParentRoute: () => root,
  path: '/changes-print',
  component: ChangesOnPaper,
  validateSearch: changesSearchSchema,
});
const desk = createRoute({ getParentRoute: () => root, path: '/desk', component: DeskPage });

const routeTree = root.addChildren([
  today,
  contacts.addChildren([contact]),
  paper,
  contactPage,
  promises,
  dossiers,
  dossier,
  action,
  bench,
  board,
  briefing,
  thread,
  dealSheet,
  street,
  neighbourhood,
  parties.addChildren([party]),
  map,
  gaps,
  territory,
  search,
  facts,
  codeLists,
  quarantine,
  administration,
  sync,
  changes,
  desk,
]);

/** The address lives behind `#`, so that both hosts serve one single page. */
export function makeRouter() {
  return createRouter({
    routeTree,
    history: createHashHistory(),
    defaultErrorComponent: Crashed,
    defaultPreload: false,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
