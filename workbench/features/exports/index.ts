export { BYTE_ORDER_MARK, csvLines } from './csv-lines.ts';
export {
  NO_CONTACTS,
  readDisclosures,
  recordDisclosure,
  recordPrinted,
  recordPrintedSheet,
} from './disclosures.ts';
export { exportContacts } from './export-contacts.ts';
