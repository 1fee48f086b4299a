export const nl = {
  title: 'Vandaag',
  recovered:
    'De vorige keer is Wijkwerk niet netjes afgesloten. Het dossier is nagekeken en in orde.',
  promises: 'Open beloften',
  late_one: '{{count}} te laat',
  late_other: '{{count}} te laat',
  noPromises: 'Geen open beloften',
  noPromisesText:
    'Kies bij een contact als vervolg “Belofte”: ze staat dan hier, de oudste eerst, tot je zegt hoe het afliep.',
  latest: 'Laatste contacten',
  noContacts: 'Nog geen contacten',
  noContactsText: 'Druk op c, waar je ook bent, en noteer het eerste gesprek van de dag.',
  first: 'Contact noteren',
};
