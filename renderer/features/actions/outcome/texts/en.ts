export const en = {
  title: 'What came of it',
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
  uncounted:
    'No facts that the program knows belong to the problem of this dossier, or the dossier names no problem. Count yourself when you close it.',
  picture: 'Plot of before, expected and now. {{sentence}}',
  days: 'From {{start}} to {{to}}, against as many days from {{from}} on.',
  counts: {
    facts: 'Recorded facts of this problem are counted; what police found themselves is not.',
    contacts: 'Contacts that name this problem are counted.',
    insecure: 'Answers that it feels unsafe there are counted.',
  },
  before: 'before',
  expected: 'expected',
  after: 'now',
  group: {
    own: 'Streets of the action',
    comparison: 'Comparable streets',
    surroundings: 'Streets around',
  },
  table: 'All stretches that were counted',
  chosen:
    'Comparable are the twelve stretches that were most like it before, without those of the action, those around and those of other actions.',
  stretch: 'Stretch',
  long: '{{street}}, {{metres}} m',
  outOf: '{{count}} of {{total}}',
  none: 'None',
};
