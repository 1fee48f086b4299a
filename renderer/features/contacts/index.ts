export { ContactPage } from './contact-page.tsx';
export { contactPageSearchSchema } from './contact-page-search.ts';
export { ContactPanel } from './contact-panel.tsx';
export { ContactsOnPaper } from './contacts-on-paper.tsx';
export { ContactsPage } from './contacts-page.tsx';
export { DraftList } from './draft-list.tsx';
export { LatestContacts } from './latest-contacts.tsx';
export { QuickLogProvider, useHere, useQuickLog } from './quick-log-provider.tsx';
