export { BYTE_ORDER_MARK, csvLines } from './csv-lines.ts';
export { readDisclosures, recordDisclosure, recordPrinted } from './disclosures.ts';
export { exportContacts } from './export-contacts.ts';
