export { amendContact, readContactHistory } from './amend-contact.ts';
export { discardContactDraft, readContactDrafts, saveContactDraft } from './contact-drafts.ts';
export { filterMeant } from './filter-meant.ts';
export { logContact } from './log-contact.ts';
export { readContactsInView, readContactsOnMap } from './map/read-map.ts';
export { readContactDefaults, readNearby } from './nearby-contacts.ts';
export { getContact, readContactGroups, readContactPage } from './read-contacts.ts';
