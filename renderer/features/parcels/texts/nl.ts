export const nl = {
  title: 'Overdragen zonder verbinding',
  text: 'Heeft dit bureau dagenlang geen verbinding? Maak dan een pakket: een verzegeld bestand dat alleen de centrale kan openen. Een collega met verbinding neemt het mee, of je beheerder leest het in. Het bewijs van ontvangst komt terug als bestand. Twee keer overdragen kan geen kwaad.',
  noKey:
    'Dit bureau kan nog geen pakket maken: bij het volgende contact met de centrale leert het hoe een pakket verzegeld wordt.',
  shutOut: 'Van een bureau dat werd buitengesloten, neemt de centrale ook geen pakket aan.',
  nothing: 'Er wacht niets op de centrale: een pakket is niet nodig.',
  wouldHold: 'Een pakket bevat nu: {{what}}.',
  make: 'Pakket maken',
  takeIn: 'Bestand aannemen',
  takeInHint: 'Een pakket van een collega, of het bewijs van ontvangst van een pakket van hier.',
  making: 'Het pakket wordt gemaakt',
  reading: 'Het bestand wordt aangenomen',
  operations_one: '{{count}} wijziging',
  operations_other: '{{count}} wijzigingen',
  files_one: '{{count}} bijlage',
  files_other: '{{count}} bijlagen',
  done: 'Bewaard als {{name}} ({{size}}), met {{what}}. Zet het op een stick en geef het mee; alles blijft ook hier.',
  leftOut_one: '{{count}} bijlage past er niet meer bij en gaat mee met het volgende pakket.',
  leftOut_other: '{{count}} bijlagen passen er niet meer bij en gaan mee met het volgende pakket.',
  taken:
    'Het pakket van een collega is hier, met {{what}}. Het gaat naar de centrale zodra er verbinding is.',
  takenBefore: 'Dit pakket was hier al.',
  settled_one:
    'De centrale heeft {{count}} wijziging beantwoord; je vindt ze bij waar je wijzigingen zijn.',
  settled_other:
    'De centrale heeft {{count}} wijzigingen beantwoord; je vindt ze bij waar je wijzigingen zijn.',
  stopped:
    'De centrale kon niet alles aannemen ({{code}}). Maak een nieuw pakket: daar zit alles in wat ontbreekt.',
  made: {
    title: 'Hier gemaakt',
    waiting: 'Het bewijs van ontvangst is nog niet terug.',
    back: 'Bewijs van ontvangst terug op {{moment}}.',
    backStopped: 'Bewijs terug op {{moment}}; de centrale kon niet alles aannemen ({{code}}).',
  },
  carried: {
    title: 'Van collega’s',
    waiting: 'Nog niet bij de centrale: gaat erheen zodra er verbinding is.',
    delivered: 'Bij de centrale sinds {{moment}}. Breng het bewijs van ontvangst terug.',
    receipts: 'Bewijs van ontvangst bewaren',
    remove: 'Verwijderen',
    removed:
      'Het pakket is hier weg. Neem het bestand opnieuw aan als je het bewijs toch nog nodig hebt.',
  },
  of: 'Pakket van {{moment}}',
};
