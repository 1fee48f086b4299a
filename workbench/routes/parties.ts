import * as parties from '../features/parties/index.ts';
import type { RouteTools } from './route-tools.ts';

export function partiesRoutes({ os, withFile }: RouteTools) {
  return {
    suggest: os.parties.suggest.handler(withFile(parties.suggestParties)),
    similar: os.parties.similar.handler(withFile(parties.similarParties)),
    list: os.parties.list.handler(withFile(parties.listParties)),
    get: os.parties.get.handler(withFile(parties.getParty)),
    contacts: os.parties.contacts.handler(withFile(parties.readPartyContacts)),
    promises: os.parties.promises.handler(withFile(parties.readPartyPromises)),
    add: os.parties.add.handler(withFile(parties.addParty)),
    change: os.parties.change.handler(withFile(parties.changeParty)),
    merge: os.parties.merge.handler(withFile(parties.mergeParties)),
    unmerge: os.parties.unmerge.handler(withFile(parties.unmergeParties)),
  };
}
