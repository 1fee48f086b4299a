import type { TextsOf } from '../../../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const en: TextsOf<typeof nl> = {
  title: 'Proposals by stretch',
  hint: 'Counted since {{day}}. Nothing is chosen by itself: you take, change or refuse.',
  known: 'About this problem: {{contacts}}, {{facts}}.',
  quiet: '{{name}}: {{contacts}}, {{facts}}',
  contacts_one: '{{total}} contact',
  contacts_other: '{{total}} contacts',
  facts_one: '{{total}} fact',
  facts_other: '{{total}} facts',
  standing: {
    'no-problem':
      'The dossier does not say yet which problem it is about. Choose it there: then something can be proposed.',
    'too-little':
      'Too little is known to propose anything: at least {{fewest}} contacts and facts together are needed. Speak with residents first.',
    'nothing-fits': 'Nothing is left to propose. You can add a measure of your own.',
  },
  noStretch: 'The dossier names no stretch yet that is known here.',
  why: {
    helped_one:
      'Helped in {{helped}} of {{count}} action against this problem, where: {{conditions}}',
    helped_other:
      'Helped in {{helped}} of {{count}} actions against this problem, where: {{conditions}}',
    learned: 'Learned: {{learned}}',
    fits: 'Often tried first with this kind of problem; here it has {{contacts}} and {{facts}}.',
  },
  when: {
    'stands-out': 'At these hours more facts happen here than an even week would give.',
    'as-said': 'These are the hours that the dossier names; the facts point to no others.',
    'not-known': 'At which hours is not known: choose them yourself.',
  },
  leftOut_one: '{{type}} is left out: it did not help in {{count}} action that could be judged.',
  leftOut_other:
    '{{type}} is left out: it helped in none of {{count}} actions that could be judged.',
  take: 'Take',
  takeOf: 'Take: {{name}}',
  taken: '{{name}} is among the measures.',
  change: 'Change',
  changeOf: 'Change: {{name}}',
  refuse: 'Refuse',
  refuseOf: 'Refuse: {{name}}',
  refuseTitle: 'Refuse the proposal',
  reason: 'Why not',
  reasonHint: 'Stays with the action, so that a colleague need not find it out again.',
  reasonMissing: 'Say why not.',
  refused: '{{name}} was refused.',
  refusedBefore: 'Refused: {{type}}',
  restore: 'Propose it after all',
  restoreOf: 'Propose it after all: {{name}}',
};
