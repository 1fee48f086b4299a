export { ContactPanel } from './contact-panel.tsx';
export { type ContactSearch, contactSearchSchema } from './contact-search.ts';
export { ContactsPage } from './contacts-page.tsx';
export { DraftList } from './draft-list.tsx';
export { LatestContacts } from './latest-contacts.tsx';
export { QuickLogProvider, useQuickLog } from './quick-log-provider.tsx';
