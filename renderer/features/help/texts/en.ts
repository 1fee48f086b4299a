import type { TextsOf } from '../../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const en: TextsOf<typeof nl> = {
  title: 'Keyboard shortcuts',
  everywhere: 'Everywhere',
  pages: 'Pages',
  form: 'In a form',
  list: 'In a list',
  newContact: 'New contact',
  lock: 'Lock',
  help: 'This sheet',
  save: 'Save',
  close: 'Close; the text of a contact is kept',
  open: 'Open the row',
  backToList: 'Back to the list',
  search: 'Search',
  palette: 'Search or do something, also while typing',
  nextRow: 'Next row, from anywhere',
  previousRow: 'Previous row',
  rowBelow: 'Next row',
  rowAbove: 'Previous row',
  firstLetter: 'Choice by its first letter',
  singleKeys: 'Single-letter shortcuts',
  singleKeysHint: 'Turn them off if you use speech input or press them by accident.',
};
