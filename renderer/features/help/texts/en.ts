import type { TextsOf } from '../../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const en: TextsOf<typeof nl> = {
  title: 'Keyboard shortcuts',
  everywhere: 'Everywhere',
  pages: 'Pages',
  form: 'In a form',
  list: 'In a list',
  newContact: 'New contact',
  goTo: 'Go to…',
  lock: 'Lock',
  help: 'This sheet',
  today: 'Today',
  contacts: 'Contacts',
  map: 'Map',
  territory: 'Territory',
  desk: 'Desk',
  save: 'Save',
  close: 'Close, the text is kept',
  reason: 'Reason by its first letter',
  move: 'Previous, next row',
  open: 'Open the row',
  backToList: 'Back to the list',
  singleKeys: 'Single-letter shortcuts',
  singleKeysHint: 'Turn them off if you use speech input or press them by accident.',
};
