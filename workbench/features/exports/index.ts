export { readDisclosures, recordPrinted } from './disclosures.ts';
export { exportContacts } from './export-contacts.ts';
