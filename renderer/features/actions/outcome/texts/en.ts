export const en = {
  title: 'What came of it',
  nothing: 'Nothing was counted in the streets around either: there is nothing to draw.',
  counted: 'On these stretches {{before}} were counted before, and {{after}} since it began.',
  sure: 'By comparable streets {{expected}} were to be expected: a difference of {{difference}}, with 95 % certainty between {{low}} and {{high}}.',
  chance:
    'By comparable streets {{expected}} were to be expected: a difference of {{difference}}, which may be chance (with 95 % certainty between {{low}} and {{high}}).',
  aroundSure: 'In the streets around the difference is {{difference}} ({{low}} to {{high}}).',
  aroundChance:
    'In the streets around the difference is {{difference}} ({{low}} to {{high}}): that may be chance.',
  tooLittle: 'There is too little to compare with other streets.',
  parted: 'Before and after cannot be compared: a source changed how it counts.',
  break: '{{source}} counts in another way since {{day}}: {{note}}',
  reach: {
    until_one: 'The facts reach until {{day}}; {{days}} day after is not covered.',
    until_other: 'The facts reach until {{day}}; {{days}} days after are not covered.',
    unknown: 'Facts of this problem were never brought in.',
    holes: 'Some of the days that are compared are missing from a source.',
    cut: 'Counted is until then, and as long before.',
    tooShort:
      'What nobody brought in is no zero: until the facts are brought in, numbers say nothing of this action.',
  },
  byHand: 'Counted by hand, {{what}}: {{before}} before, {{after}} afterwards.',
  uncounted:
    'No facts that the program knows belong to the problem of this dossier, or the dossier names no problem. Count yourself when you close it.',
  picture: 'Plot of before, expected and now. {{sentence}}',
  days: 'From {{start}} to {{to}}, against as many days from {{from}} to {{until}}.',
  leadUpDays:
    'The days in between, from {{from}} on, led to the action and may have been worse than usual: they choose the comparable streets and count for nothing else.',
  fixed:
    'Baseline fixed beforehand: {{baseline}}, from {{from}} to {{to}}. The verdict does not rest on it, but on what the program counted itself.',
  kept: 'This is how it was counted when the action was closed.',
  counts: {
    facts: 'Recorded facts of this problem are counted; what police found themselves is not.',
    contacts: 'Contacts that name this problem are counted.',
    insecure: 'Answers that it feels unsafe there are counted.',
  },
  before: 'before',
  leadUp: 'just before',
  expected: 'expected',
  difference: 'Difference (95 %)',
  between: '{{difference}} ({{low}} to {{high}})',
  after: 'now',
  group: {
    own: 'Streets of the action',
    comparison: 'Comparable streets',
    surroundings: 'Streets around',
  },
  table: 'All stretches that were counted',
  chosen:
    'Comparable are the twelve stretches that were most like it just before, without those of the action, those around, those of other actions and those left out.',
  stretch: 'Stretch',
  long: '{{street}}, {{metres}} m',
  outOf: '{{count}} of {{total}}',
  none: 'None',
  gone: 'A street that is gone',
  leaveOut: 'Leave out',
  leaveOutOf: 'Leave out {{name}}',
  leaveOutTitle: 'Not to be compared with',
  reason: 'Why not',
  reasonHint:
    'What happened there that has nothing to do with this: roadworks, a closed school, an event.',
  reasonMissing: 'Say why it is no comparison.',
  isLeftOut: 'Not compared with {{name}}',
  leftOut: 'Not compared with {{street}}: {{reason}}',
  compareAgain: 'Compare again',
  compareAgainWith: 'Compare again with {{street}}',
};
