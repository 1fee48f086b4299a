import * as search from '../features/search/index.ts';
import type { RouteTools } from './route-tools.ts';

export function searchRoutes({ os, withFile }: RouteTools) {
  return {
    everything: os.search.everything.handler(withFile(search.searchEverything)),
    contacts: os.search.contacts.handler(withFile(search.searchContacts)),
    promises: os.search.promises.handler(withFile(search.searchPromises)),
  };
}
