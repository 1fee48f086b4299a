import type { TextsOf } from '../texts-of.ts';
import type { nl } from './nl.ts';

export const en: TextsOf<typeof nl> = {
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  retry: 'Try again',
  loading: 'Loading…',
  required: 'required',
  optional: 'may stay empty',
  today: 'today',
  tomorrow: 'tomorrow',
  yesterday: 'yesterday',
  failedTitle: 'That did not work',
  dayPlaceholder: 'dd/mm/yyyy',
  dayUnknown: 'There is no such day.',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  undo: 'Undo',
  stretch: {
    of: '{{street}}, stretch {{number}}',
    within: 'Stretch {{number}} ({{metres}} m)',
    only: 'The whole street ({{metres}} m)',
  },
  kept: {
    saving: 'Being kept…',
    saved: 'Kept on this desk',
    failed: 'Not kept yet: leave this window open. Wijkwerk keeps trying.',
  },
  unsaved: {
    title: 'Throw away what you typed?',
    text: 'What you typed here is not stored anywhere yet.',
    discard: 'Throw away',
    keepOn: 'Keep typing',
  },
  recordState: {
    'only-here': 'only here',
    'under-way': 'under way',
    received: 'received',
    'needs-choice': 'needs your choice',
    quarantine: 'set apart',
  },
  language: {
    label: 'Language',
    system: 'Language of this device',
    nl: 'Nederlands',
    fr: 'Français',
    en: 'English',
  },
  colourScheme: {
    label: 'Appearance',
    system: 'Same as this device',
    light: 'Light',
    dark: 'Dark',
  },
};
