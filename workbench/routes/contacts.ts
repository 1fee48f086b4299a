import * as contacts from '../features/contacts/index.ts';
import type { RouteTools } from './route-tools.ts';

export function contactsRoutes({ os, withFile, session }: RouteTools) {
  return {
    log: os.contacts.log.handler(withFile(contacts.logContact)),
    get: os.contacts.get.handler(({ input }) => contacts.getContact(session.file(), input.id)),
    history: os.contacts.history.handler(({ input }) =>
      contacts.readContactHistory(session.file(), input.id),
    ),
    amend: os.contacts.amend.handler(withFile(contacts.amendContact)),
    list: os.contacts.list.handler(withFile(contacts.readContactPage)),
    onMap: os.contacts.onMap.handler(withFile(contacts.readContactsOnMap)),
    groups: os.contacts.groups.handler(withFile(contacts.readContactGroups)),
    inView: os.contacts.inView.handler(withFile(contacts.readContactsInView)),
    nearby: os.contacts.nearby.handler(withFile(contacts.readNearby)),
    defaults: os.contacts.defaults.handler(withFile(contacts.readContactDefaults)),
    saveDraft: os.contacts.saveDraft.handler(withFile(contacts.saveContactDraft)),
    drafts: os.contacts.drafts.handler(withFile(contacts.readContactDrafts)),
    discardDraft: os.contacts.discardDraft.handler(async ({ input }) => {
      await contacts.discardContactDraft(session.file(), input.id);
      return {};
    }),
  };
}
