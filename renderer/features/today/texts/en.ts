import type { TextsOf } from '../../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const en: TextsOf<typeof nl> = {
  title: 'Today',
  recovered: 'Wijkwerk was not closed properly last time. The file was checked and found in order.',
  promises: 'Open promises',
  late_one: '{{count}} late',
  late_other: '{{count}} late',
  noPromises: 'No open promises',
  noPromisesText:
    'Choose “Promise” as what comes next after a contact: it then stands here, the oldest first, until you say how it ended.',
  latest: 'Latest contacts',
  noContacts: 'No contacts yet',
  noContactsText: 'Press c, wherever you are, and log the first talk of the day.',
  noContactsHeld:
    'This desk holds no neighbourhood. Once your account has a right to a neighbourhood, the contacts of that neighbourhood stand here.',
  first: 'Log a contact',
  whose: 'Which promises',
  mine: 'Mine and my neighbourhoods',
  everybody: 'Everybody’s',
  noneMine: 'Nothing for you',
  noneMineText_one: 'Colleagues do have {{count}} open promise.',
  noneMineText_other: 'Colleagues do have {{count}} open promises.',
  showAll: 'Show everybody’s',
  all: 'All promises',
  allContacts: 'All contacts',
  unfinished: 'Not saved yet',
  outcome: 'What you tell the resident: {{text}}',
  correction: 'Correction: {{text}}',
  withdrawal: 'Withdrawal: {{text}}',
  goOn: 'Go on',
  gone: 'This promise was closed meanwhile. What you typed is still here.',
};
