export const nl = {
  title: 'Voorstellen per stuk straat',
  hint: 'Geteld sinds {{day}}. Er wordt niets vanzelf gekozen: jij neemt, verandert of weigert.',
  known: 'Over dit probleem: {{contacts}}, {{facts}}.',
  quiet: '{{name}}: {{contacts}}, {{facts}}',
  contacts_one: '{{total}} contact',
  contacts_other: '{{total}} contacten',
  facts_one: '{{total}} feit',
  facts_other: '{{total}} feiten',
  standing: {
    'no-problem':
      'Het dossier zegt nog niet om welk probleem het gaat. Kies het daar: dan kan er iets voorgesteld worden.',
    'too-little':
      'Te weinig bekend om iets voor te stellen: nodig zijn minstens {{fewest}} contacten en feiten samen. Spreek eerst met bewoners.',
    'nothing-fits': 'Er is niets meer om voor te stellen. Je kunt zelf een maatregel toevoegen.',
  },
  noStretch: 'Het dossier noemt nog geen stuk straat dat hier bekend is.',
  why: {
    helped_one:
      'Hielp in {{helped}} van {{count}} actie tegen dit probleem, waar gold: {{conditions}}',
    helped_other:
      'Hielp in {{helped}} van {{count}} acties tegen dit probleem, waar gold: {{conditions}}',
    learned: 'Geleerd: {{learned}}',
    fits: 'Wordt bij dit soort probleem vaak eerst geprobeerd; hier zijn er {{contacts}} en {{facts}} over.',
  },
  when: {
    'stands-out': 'Op deze uren gebeuren hier meer feiten dan een gelijke week zou geven.',
    'as-said': 'Dit zijn de uren die het dossier noemt; de feiten wijzen geen andere aan.',
    'not-known': 'Op welke uren is niet bekend: kies ze zelf.',
  },
  leftOut_one: '{{type}} is weggelaten: hielp niet in {{count}} actie die te beoordelen was.',
  leftOut_other:
    '{{type}} is weggelaten: hielp in geen van {{count}} acties die te beoordelen waren.',
  take: 'Nemen',
  takeOf: 'Nemen: {{name}}',
  taken: '{{name}} staat bij de maatregelen.',
  change: 'Veranderen',
  changeOf: 'Veranderen: {{name}}',
  refuse: 'Weigeren',
  refuseOf: 'Weigeren: {{name}}',
  refuseTitle: 'Voorstel weigeren',
  reason: 'Waarom niet',
  reasonHint: 'Blijft bij de actie staan, zodat een collega het niet opnieuw hoeft uit te zoeken.',
  reasonMissing: 'Zeg waarom niet.',
  refused: '{{name}} is geweigerd.',
  refusedBefore: 'Geweigerd: {{type}}',
  restore: 'Toch voorstellen',
  restoreOf: 'Toch voorstellen: {{name}}',
};
