export const nl = {
  title: 'Voorstellen per stuk straat',
  hint: 'Geteld sinds {{day}}. Er wordt niets vanzelf gekozen: jij neemt, verandert of weigert.',
  known: 'Over dit probleem: {{contacts}}, {{facts}}.',
  quiet: '{{name}}: {{contacts}}, {{facts}}',
  contacts_one: '{{total}} contact',
  contacts_other: '{{total}} contacten',
  recorded_one: '{{total}} feit',
  recorded_other: '{{total}} feiten',
  standing: {
    'no-problem':
      'Het dossier zegt nog niet om welk probleem het gaat. Kies het daar: dan kan er iets voorgesteld worden.',
    'too-little':
      'Te weinig bekend om iets voor te stellen: nodig zijn minstens {{fewest}} contacten en feiten samen, op het stuk of in zijn straat als er op het stuk iets van te zien is. Spreek eerst met bewoners.',
    'nothing-fits': 'Er is niets meer om voor te stellen. Je kan zelf een maatregel toevoegen.',
  },
  pastEnd:
    'De laatste dag van deze actie is voorbij: wat nu nog gepland wordt, kan er niet meer in gedaan worden. Sluit ze af, of kies in het plan een latere laatste dag.',
  noStretch: 'Het dossier noemt nog geen stuk straat dat hier bekend is.',
  why: {
    helped_one:
      'Van {{count}} actie met een les tegen dit probleem hielp het in {{helped}}. Volgens die les gold: {{conditions}}',
    helped_other:
      'Van {{count}} acties met een les tegen dit probleem hielp het in {{helped}}. Volgens de nieuwste les waarin het hielp, gold daar: {{conditions}}',
    learned: 'Die les: {{learned}}',
    fits: {
      stretch:
        'Wordt bij dit soort probleem vaak eerst geprobeerd; hier zijn er {{contacts}} en {{facts}} over.',
      street:
        'Wordt bij dit soort probleem vaak eerst geprobeerd; in de hele straat zijn er {{contacts}} en {{facts}} over.',
    },
  },
  basis:
    'Voor dit stuk alleen is dat te weinig: wat hier voorgesteld wordt, steunt op de hele straat ({{contacts}}, {{facts}}).',
  when: {
    stretch:
      'Op deze uren vallen {{inside}} van de {{signs}} feiten en contacten van dit stuk waarvan het uur bekend is: meer dan in een gewone week.',
    street: {
      none: 'Uren van de hele straat ({{inside}} van {{signs}}), want van dit stuk is van niets het uur bekend.',
      few: 'Uren van de hele straat ({{inside}} van {{signs}}), want van dit stuk is maar van {{own}} het uur bekend.',
      even: 'Uren van de hele straat ({{inside}} van {{signs}}), want uit de {{own}} van dit stuk alleen springen geen uren.',
    },
    neighbourhood: {
      none: 'Uren van de hele wijk ({{inside}} van {{signs}}), want van dit stuk is van niets het uur bekend, en uit de straat springen geen uren.',
      few: 'Uren van de hele wijk ({{inside}} van {{signs}}), want van dit stuk is maar van {{own}} het uur bekend, en uit de straat springen geen uren.',
      even: 'Uren van de hele wijk ({{inside}} van {{signs}}), want uit de {{own}} van dit stuk en uit de straat springen geen uren.',
    },
    even: {
      stretch:
        'Van {{signs}} feiten en contacten van dit stuk is het uur bekend, maar geen uren springen eruit: kies ze zelf.',
      street:
        'Van {{signs}} feiten en contacten van de straat is het uur bekend, maar geen uren springen eruit: kies ze zelf.',
      neighbourhood:
        'Van {{signs}} feiten en contacten van de wijk is het uur bekend, maar geen uren springen eruit: kies ze zelf.',
    },
    'as-said':
      'Dit zijn de uren die het dossier noemt; feiten en contacten van de straat wijzen geen andere aan.',
    once: 'Voor iets eenmaligs hoeven de uren niet die van het probleem te zijn: spreek ze af.',
    'not-known': 'Van geen enkel feit of contact is het uur bekend: kies de uren zelf.',
  },
  doseFrom: {
    helped_one: 'De dosis van {{count}} actie waarin het hielp.',
    helped_other: 'De dosis die in het midden ligt van {{count}} acties waarin het hielp.',
    visits: 'Een kort bezoek op elke dag van deze uren, hoogstens vijf keer per week.',
    usual: 'De dosis die voor zo’n maatregel gebruikelijk is.',
    once: 'Eenmalig, ten laatste op de laatste dag van de actie: zo is het voor zo’n maatregel gebruikelijk.',
  },
  leftOut_one:
    '{{type}} is weggelaten: hielp niet in {{count}} actie met een les die te beoordelen was.',
  leftOut_other:
    '{{type}} is weggelaten: hielp in geen van {{count}} acties met een les die te beoordelen waren.',
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
  dose: {
    title: 'Dosis per stuk straat',
    none: 'Nog geen maatregel op een stuk straat.',
    legend: 'Hoe ver het plan tot vandaag gevolgd is',
    table: 'Dosis per stuk straat, in minuten',
    stretch: 'Stuk straat',
    planned: 'Gepland',
    soFar: 'Tot vandaag',
    delivered: 'Gedaan',
    counted: 'Telt',
    stops: 'Keren',
    standing: {
      nothing: 'nog niets gedaan',
      'under-half': 'minder dan half',
      'from-half': 'half of meer',
      whole: 'zoals gepland',
    },
  },
  facts: {
    title: 'Feiten',
    hint: 'Wat geregistreerd is. Wat het team ervan vindt, staat apart onder de inschatting.',
    none: 'Nog geen feiten aan dit dossier verbonden.',
    find: 'Feiten zoeken',
    counts:
      '{{public}} van de bevolking · {{partner}} van partners · {{police}} door politie gevonden',
    police: 'Wat de politie vindt, zegt waar zij keek: het telt apart.',
    missing_one:
      '{{total}} verbonden feit is niet op dit toestel, of zijn import is ongedaan gemaakt.',
    missing_other:
      '{{total}} verbonden feiten zijn niet op dit toestel, of hun import is ongedaan gemaakt.',
    times: '{{total}} ×',
    dialog: 'Feiten zoeken voor dit dossier',
    street: 'Straat',
    everywhere: 'Overal',
    from: 'Van',
    to: 'Tot en met',
    kind: 'Soort',
    origin: 'Herkomst',
    all: 'Alle',
    empty: 'Geen feiten gevonden. Neem een ruimere periode of een andere straat.',
    found_one: '{{total}} feit gevonden.',
    found_other: '{{total}} feiten gevonden.',
    first: 'De nieuwste {{shown}} rijen staan hier. Kies een kortere periode om andere te zien.',
    close: 'Klaar',
  },
};
