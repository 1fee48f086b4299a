export const nl = {
  title: 'Wat het deed',
  nothing: 'Ook in de straten eromheen is niets geteld: er is niets om te tekenen.',
  counted: 'Ervoor werden er op deze stukken straat {{before}} geteld, sinds de start {{after}}.',
  sure: 'Naar vergelijkbare straten waren er {{expected}} te verwachten: een verschil van {{difference}}, met 95 % zekerheid tussen {{low}} en {{high}}.',
  chance:
    'Naar vergelijkbare straten waren er {{expected}} te verwachten: een verschil van {{difference}}, dat toeval kan zijn (met 95 % zekerheid tussen {{low}} en {{high}}).',
  aroundSure: 'In de straten errond is het verschil {{difference}} ({{low}} tot {{high}}).',
  aroundChance:
    'In de straten errond is het verschil {{difference}} ({{low}} tot {{high}}): dat kan toeval zijn.',
  tooLittle: 'Er is te weinig om met andere straten te vergelijken.',
  parted: 'Voor en na zijn niet te vergelijken: een bron veranderde hoe ze telt.',
  doubted: 'Voor en na zijn nog niet te vergelijken: een bron veranderde misschien hoe ze telt.',
  doubt:
    'Of {{source}} in {{year}} anders ging tellen, heeft nog niemand gezegd: tot wie het team leidt daarop antwoordt, zegt wat geteld is niets over deze actie.',
  doubtKept:
    'Toen de actie werd afgesloten, had niemand gezegd of {{source}} in {{year}} anders ging tellen.',
  toSources: 'Naar de bronnen',
  break: '{{source}} telt anders sinds {{day}}: {{note}}',
  reach: {
    until_one: 'De feiten reiken tot en met {{day}}; {{days}} dag daarna is niet gedekt.',
    until_other: 'De feiten reiken tot en met {{day}}; {{days}} dagen daarna zijn niet gedekt.',
    unknown: 'Feiten van dit probleem zijn nooit ingelezen.',
    holes: 'In de dagen die vergeleken worden, ontbreken dagen van een bron.',
    cut: 'Geteld is tot dan, en even lang ervoor.',
    tooShort:
      'Wat niemand inlas, is geen nul: zolang de feiten niet ingelezen zijn, zeggen cijfers niets over deze actie.',
  },
  byHand: 'Met de hand geteld, {{what}}: {{before}} vooraf, {{after}} achteraf.',
  handPicture: 'Grafiek van vooraf en achteraf. {{sentence}}',
  handTable: 'De cijfers achter de grafiek',
  beforehand: 'vooraf',
  when: 'Wanneer',
  handCount: 'Geteld',
  beforeDays: 'vooraf, van {{from}} tot en met {{to}}',
  afterwards: 'achteraf',
  uncounted:
    'Het dossier zegt van geen enkele soort feiten dat ze dit probleem zijn, of het noemt geen probleem. Kies er op het dossier een, of tel zelf bij het afsluiten.',
  picture: 'Grafiek van ervoor, verwacht en nu. {{sentence}}',
  days: 'Van {{start}} tot en met {{to}}, tegenover evenveel dagen van {{from}} tot en met {{until}}.',
  leadUpDays:
    'De dagen ertussen, vanaf {{from}}, waren de aanleiding en misschien slechter dan gewoon: ze kiezen de vergelijkbare straten en tellen verder niet mee.',
  fixed:
    'Nulmeting, vooraf vastgelegd: {{baseline}}, van {{from}} tot {{to}}. Het besluit steunt niet daarop, maar op wat het programma zelf telde.',
  kept: 'Zo werd het geteld toen de actie werd afgesloten.',
  counts: {
    facts:
      'Geteld zijn vastgestelde feiten van dit probleem; wat de politie zelf vond, telt niet mee.',
    contacts: 'Geteld zijn contacten die dit probleem noemen.',
    insecure: 'Geteld zijn antwoorden dat het er onveilig voelt.',
  },
  before: 'ervoor',
  leadUp: 'vlak ervoor',
  expected: 'verwacht',
  difference: 'Verschil (95 %)',
  between: '{{difference}} ({{low}} tot {{high}})',
  after: 'nu',
  group: {
    own: 'Straten van de actie',
    comparison: 'Vergelijkbare straten',
    surroundings: 'Straten errond',
  },
  table: 'Alle getelde stukken straat',
  chosen:
    'Vergelijkbaar zijn de twaalf stukken waar het er vlak ervoor het meest op leek, zonder die van de actie, die errond, die van andere acties en die iemand wegliet.',
  stretch: 'Stuk straat',
  long: '{{street}}, {{metres}} m',
  outOf: '{{count}} van {{total}}',
  none: 'Geen',
  gone: 'Een straat die er niet meer is',
  leaveOut: 'Weglaten',
  leaveOutOf: '{{name}} weglaten',
  leaveOutTitle: 'Niet mee vergelijken',
  reason: 'Waarom niet',
  reasonHint:
    'Wat daar gebeurde en hier niets mee te maken heeft: werken, een school die sloot, een evenement.',
  reasonMissing: 'Zeg waarom het niet te vergelijken is.',
  isLeftOut: 'Niet vergeleken met {{name}}',
  leftOut: 'Niet vergeleken met {{street}}: {{reason}}',
  compareAgain: 'Weer vergelijken',
  compareAgainWith: 'Weer vergelijken met {{street}}',
};
