export { ContactPage } from './contact-page.tsx';
export { ContactPanel } from './contact-panel.tsx';
export { contactPageSearchSchema, contactSearchSchema } from './contact-search.ts';
export { ContactsPage } from './contacts-page.tsx';
export { DraftList } from './draft-list.tsx';
export { LatestContacts } from './latest-contacts.tsx';
export { QuickLogProvider, useHere, useQuickLog } from './quick-log-provider.tsx';
