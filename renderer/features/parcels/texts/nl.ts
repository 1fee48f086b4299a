export const nl = {
  title: 'Overdragen zonder verbinding',
  text: 'Heeft deze werkplek dagenlang geen verbinding? Maak dan een pakket: een verzegeld bestand dat alleen het centrum kan openen. Een collega met verbinding neemt het mee, of uw beheerder leest het in. Het bewijs van ontvangst komt terug als bestand. Twee keer overdragen kan geen kwaad.',
  noKey:
    'Deze werkplek kan nog geen pakket maken: bij het volgende contact met het centrum leert ze hoe het verzegeld wordt.',
  nothing: 'Er wacht niets op het centrum: een pakket is niet nodig.',
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
    'Het pakket van een collega is hier, met {{what}}. Het gaat naar het centrum zodra er verbinding is.',
  takenBefore: 'Dit pakket was hier al.',
  settled_one:
    'Het centrum heeft {{count}} wijziging beantwoord; u vindt ze bij waar uw wijzigingen staan.',
  settled_other:
    'Het centrum heeft {{count}} wijzigingen beantwoord; u vindt ze bij waar uw wijzigingen staan.',
  stopped:
    'Het centrum kon niet alles aannemen ({{code}}). Maak een nieuw pakket: daar zit alles in wat ontbreekt.',
  made: {
    title: 'Hier gemaakt',
    waiting: 'Het bewijs van ontvangst is nog niet terug.',
    back: 'Bewijs van ontvangst terug op {{moment}}.',
    backStopped: 'Bewijs terug op {{moment}}; het centrum kon niet alles aannemen ({{code}}).',
  },
  carried: {
    title: 'Van collega’s',
    waiting: 'Wacht op verbinding met het centrum.',
    delivered: 'In het centrum sinds {{moment}}. Breng het bewijs van ontvangst terug.',
    receipts: 'Bewijs van ontvangst bewaren',
    remove: 'Verwijderen',
    removed:
      'Het pakket is hier weg. Neem het bestand opnieuw aan als u het bewijs toch nog nodig hebt.',
  },
  of: 'Pakket van {{moment}}',
};
