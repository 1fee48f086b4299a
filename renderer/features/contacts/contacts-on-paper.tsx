import { PrintPage } from '../exports/index.ts';
import { useCellText } from './contact-columns.tsx';

/** The list of contacts for paper, with the cells that the list on the screen has. */
export function ContactsOnPaper() {
  return <PrintPage useCellText={useCellText} />;
}
