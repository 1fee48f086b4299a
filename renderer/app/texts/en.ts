import type { TextsOf } from '../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const en: TextsOf<typeof nl> = {
  skip: 'Skip to content',
  navigation: 'Main menu',
  status: 'State of this desk',
  today: 'Today',
  contacts: 'Contacts',
  promises: 'Promises',
  parties: 'People',
  map: 'Map',
  gaps: 'Feeling and facts',
  territory: 'Territory',
  codeLists: 'Code lists',
  quarantine: 'Set aside',
  administration: 'Administration',
  sync: 'Sync',
  desk: 'Desk',
  newContact: 'New contact',
  search: 'Search…',
  lock: 'Lock',
  lockFailed: 'Not locked yet: not everything is stored',
  appearance: 'Language and appearance',
  help: 'Keyboard shortcuts',
  signedIn: 'Signed in: {{name}}',
  onlyHere_one: '{{count}} change only here',
  onlyHere_other: '{{count}} changes only here',
  nothingOnlyHere: 'Nothing only here',
  onlyHereHint:
    'These changes exist on this desk only. Make a backup now and then on the Desk page.',
  connecting: 'Opening Wijkwerk…',
  lostTitle: 'Wijkwerk does not answer',
  lost: 'It is tried again by itself. Does it last? Close this window and start Wijkwerk again.',
  lostUnkept: 'Not kept yet: leave this window open. Wijkwerk keeps trying.',
  refusedTitle: 'This window does not belong to an open Wijkwerk',
  refused: "This window's link was used before or is too old. Close it and start Wijkwerk again.",
  refusedUnkept:
    'What you typed here is kept nowhere else. Open Wijkwerk again, copy your text there, and only then close this window.',
  coverTitle: 'This screen is covered',
  cover:
    'Wijkwerk does not answer, so it cannot lock the desk. That is why nothing is shown here any more. As soon as Wijkwerk is back, unlock as usual.',
  coverUnkept:
    'Wijkwerk does not answer, so it cannot lock the desk. What you typed is now only in the memory of this window: leave it open. It is back as soon as Wijkwerk answers and you have unlocked.',
  notFoundTitle: 'This page does not exist',
  notFound: 'Choose a page on the left',
  notFoundText: 'Perhaps the address is incomplete, or the page is no longer there.',
  crashedTitle: 'This page could not be shown',
  crashed: 'What was stored is still stored. Go to another page or load this one again.',
  reload: 'Load again',
  palette: {
    backup: 'Make a backup',
  },
};
