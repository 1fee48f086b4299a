import type { TextsOf } from '../../../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const en: TextsOf<typeof nl> = {
  title: 'Proposals by stretch',
  hint: 'Counted since {{day}}. Nothing is chosen by itself: you take, change or refuse.',
  known: 'About this problem: {{contacts}}, {{facts}}.',
  quiet: '{{name}}: {{contacts}}, {{facts}}',
  contacts_one: '{{total}} contact',
  contacts_other: '{{total}} contacts',
  recorded_one: '{{total}} fact',
  recorded_other: '{{total}} facts',
  standing: {
    'no-problem':
      'The dossier does not say yet which problem it is about. Choose it there: then something can be proposed.',
    'too-little':
      'Too little is known to propose anything: at least {{fewest}} contacts and facts together are needed, on the stretch, or in its street if anything is about the stretch. Speak with residents first.',
    'nothing-fits': 'Nothing is left to propose. You can add a measure of your own.',
  },
  pastEnd:
    'The last day of this action is past: what is planned now can no longer be done in it. Close it, or choose a later last day in its plan.',
  noStretch: 'The dossier names no stretch yet that is known here.',
  why: {
    helped_one:
      'Helped in {{helped}} of {{count}} action with a lesson about this problem. The conditions of that lesson: {{conditions}}',
    helped_other:
      'Helped in {{helped}} of {{count}} actions with a lesson about this problem. The conditions of the newest lesson in which it helped: {{conditions}}',
    learned: 'That lesson: {{learned}}',
    fits: {
      stretch:
        'Often tried first with this kind of problem; here it has {{contacts}} and {{facts}}.',
      street:
        'Often tried first with this kind of problem; in the whole street it has {{contacts}} and {{facts}}.',
    },
  },
  basis:
    'For this stretch alone that is too little: what is proposed here rests on the whole street ({{contacts}}, {{facts}}).',
  when: {
    stretch:
      'At these hours fall {{inside}} of the {{signs}} facts and contacts of this stretch whose hour is known: more than in an ordinary week.',
    street: {
      none: 'Hours of the whole street ({{inside}} of {{signs}}), since no hour is known of this stretch.',
      few: 'Hours of the whole street ({{inside}} of {{signs}}), since of this stretch the hour of only {{own}} is known.',
      even: 'Hours of the whole street ({{inside}} of {{signs}}), since no hours stand out of the {{own}} of this stretch alone.',
    },
    neighbourhood: {
      none: 'Hours of the whole neighbourhood ({{inside}} of {{signs}}), since no hour is known of this stretch, and none stand out of its street.',
      few: 'Hours of the whole neighbourhood ({{inside}} of {{signs}}), since of this stretch the hour of only {{own}} is known, and none stand out of its street.',
      even: 'Hours of the whole neighbourhood ({{inside}} of {{signs}}), since no hours stand out of the {{own}} of this stretch, nor of its street.',
    },
    even: {
      stretch:
        'The hour of {{signs}} facts and contacts of this stretch is known, but no hours stand out: choose them yourself.',
      street:
        'The hour of {{signs}} facts and contacts of the street is known, but no hours stand out: choose them yourself.',
      neighbourhood:
        'The hour of {{signs}} facts and contacts of the neighbourhood is known, but no hours stand out: choose them yourself.',
    },
    'as-said':
      'These are the hours that the dossier names; facts and contacts of the street point to no others.',
    once: 'What is done once need not be at the hours of the problem: agree on them.',
    'not-known': 'The hour of no fact or contact is known: choose the hours yourself.',
  },
  doseFrom: {
    helped_one: 'The dose of {{count}} action in which it helped.',
    helped_other: 'The dose in the middle of {{count}} actions in which it helped.',
    visits: 'A short visit on each day of these hours, five times a week at most.',
    usual: 'The dose that is usual for such a measure.',
    once: 'Once, by the last day of the action: that is usual for such a measure.',
  },
  leftOut_one:
    '{{type}} is left out: it did not help in {{count}} action with a lesson that could be judged.',
  leftOut_other:
    '{{type}} is left out: it helped in none of {{count}} actions with a lesson that could be judged.',
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
  dose: {
    title: 'Dose by stretch',
    none: 'No measure on a stretch yet.',
    legend: 'How far the plan was followed until today',
    table: 'Dose by stretch, in minutes',
    stretch: 'Stretch',
    planned: 'Planned',
    soFar: 'Until today',
    delivered: 'Done',
    counted: 'Counts',
    stops: 'Times',
    standing: {
      nothing: 'nothing done yet',
      'under-half': 'less than half',
      'from-half': 'half or more',
      whole: 'as planned',
    },
  },
  facts: {
    title: 'Facts',
    hint: 'What was recorded. What the team makes of it stands apart, as its assessment.',
    none: 'No facts are linked to this dossier yet.',
    find: 'Find facts',
    counts: '{{public}} from the public · {{partner}} from partners · {{police}} found by police',
    police: 'What police find says where they looked: it counts apart.',
    missing_one: '{{total}} linked fact is not on this desk, or its import was undone.',
    missing_other: '{{total}} linked facts are not on this desk, or their import was undone.',
    times: '{{total}} ×',
    dialog: 'Find facts for this dossier',
    street: 'Street',
    everywhere: 'Everywhere',
    from: 'From',
    to: 'Up to and with',
    kind: 'Kind',
    origin: 'Origin',
    all: 'All',
    empty: 'No facts found. Take a longer period or another street.',
    found_one: '{{total}} fact found.',
    found_other: '{{total}} facts found.',
    first: 'The newest {{shown}} rows are here. Choose a shorter period to see others.',
    close: 'Done',
  },
};
