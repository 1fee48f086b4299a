import * as search from '../features/search/index.ts';
import type { RouteTools } from './route-tools.ts';

export function searchRoutes({ os, withFile }: RouteTools) {
  return {
    everything: os.search.everything.handler(withFile(search.searchEverything)),
    names: os.search.names.handler(withFile(search.searchNames)),
    contacts: os.search.contacts.handler(withFile(search.searchContacts)),
    promises: os.search.promises.handler(withFile(search.searchPromises)),
    dossiers: os.search.dossiers.handler(withFile(search.searchDossiers)),
  };
}
