export const nl = {
  map: 'Kaart van de stukken, met hun nummers',
  street: 'Straat',
  further: 'Nog een straat',
  area: 'Wijk',
  areaHint: 'De straat loopt door meer dan één wijk; een dossier blijft binnen één.',
  outside: 'Buiten elke wijk',
  ofStreet: 'Welke stukken van {{street}}',
  elsewhere_one: 'Nog {{count}} stuk ligt in een andere wijk: {{area}}.',
  elsewhere_other: 'Nog {{count}} stukken liggen in een andere wijk: {{area}}.',
  noneHere_one: 'Deze straat ligt niet in de wijk van het dossier, maar in {{area}}.',
  noneHere_other: 'Deze straat ligt niet in de wijk van het dossier, maar in {{area}}.',
  unmapped:
    'Een gekozen straat heeft geen lijn op de kaart en telt hier niet mee. Kies een andere.',
  usedBy: 'Blijft: een maatregel van “{{action}}” ligt hier.',
  leaveOut: '{{street}} weglaten',
  where: 'Waar het is',
  change: 'Stukken wijzigen',
  about:
    'Waar het probleem zich voordoet, binnen één wijk. Acties en voorstellen volgen deze stukken.',
  save: 'Bewaren',
  changed: 'De stukken van het dossier zijn gewijzigd.',
  missing: 'Kies minstens één stuk straat.',
  missingOf: 'Kies een stuk van {{street}}, of laat die straat weg.',
  loading: 'De stukken worden nog opgezocht. Probeer zo dadelijk opnieuw.',
  gone_one:
    '{{count}} stuk van dit dossier staat niet meer op de kaart; het blijft bij het dossier.',
  gone_other:
    '{{count}} stukken van dit dossier staan niet meer op de kaart; ze blijven bij het dossier.',
};
