import { type Kysely, sql } from 'kysely';

/** The first day of every starter code: earlier than any action. */
const ALWAYS = '2000-01-01';

/** code, Dutch, French, English. */
type Starter = readonly [code: string, nl: string, fr: string, en: string];

/** The number of a list is part of the ids of its codes, and never changes. */
const STARTERS: readonly (readonly [number: number, list: string, codes: readonly Starter[]])[] = [
  [
    30,
    'task-type',
    [
      ['presence', 'Zichtbaar aanwezig zijn', 'Présence visible', 'Visible presence'],
      ['residence-check', 'Woonstcontrole', 'Contrôle de domicile', 'Residence check'],
      ['holiday-surveillance', 'Vakantietoezicht', 'Surveillance vacances', 'Holiday surveillance'],
      ['burglary-revisit', 'Hercontact na inbraak', 'Revisite cambriolage', 'Burglary re-visit'],
      [
        'victim-recontact',
        'Hercontact slachtoffer',
        'Reprise de contact victime',
        'Victim re-contact',
      ],
      [
        'prosecutor-task',
        'Opdracht van het parket',
        'Mission du parquet',
        'Task of the prosecutor',
      ],
      ['notification', 'Betekening', 'Notification', 'Notification'],
      [
        'supervision',
        'Toezicht op voorwaarden',
        'Suivi des conditions',
        'Supervision of conditions',
      ],
      ['school-surroundings', 'Schoolomgeving', 'Abords d’école', 'School surroundings'],
      ['consultation', 'Overleg', 'Concertation', 'Consultation'],
      [
        'neighbourhood-network',
        'Buurtinformatienetwerk',
        'Réseau de quartier',
        'Neighbourhood network',
      ],
      ['mediation', 'Bemiddeling', 'Médiation', 'Mediation'],
      ['bicycle-prevention', 'Fietsen merken', 'Gravure de vélos', 'Bicycle registration'],
      ['prevention-advice', 'Preventieadvies', 'Conseil en prévention', 'Prevention advice'],
      ['speed-check', 'Snelheidscontrole', 'Contrôle de vitesse', 'Speed check'],
      ['works', 'Aanpassing van de straat', 'Aménagement de la rue', 'Change to the street'],
      ['event', 'Evenement', 'Événement', 'Event'],
      ['lent-task', 'Federale of geleende opdracht', 'Mission fédérale', 'Federal or lent task'],
    ],
  ],
  [
    31,
    'plan-priority',
    [
      ['traffic-safety', 'Verkeersveiligheid', 'Sécurité routière', 'Traffic safety'],
      ['theft-burglary', 'Inbraak en diefstal', 'Cambriolages et vols', 'Burglary and theft'],
      ['nuisance', 'Overlast en leefbaarheid', 'Nuisances et qualité de vie', 'Nuisance'],
      ['drugs', 'Drugs', 'Drogues', 'Drugs'],
      ['community-policing', 'Nabij in de wijk', 'Proximité', 'Close to the neighbourhood'],
    ],
  ],
  [
    32,
    'affected',
    [
      ['residents', 'Bewoners', 'Habitants', 'Residents'],
      ['shopkeepers', 'Handelaars', 'Commerçants', 'Shopkeepers'],
      ['school', 'School', 'École', 'School'],
      [
        'on-foot-or-bicycle',
        'Te voet of met de fiets',
        'À pied ou à vélo',
        'On foot or by bicycle',
      ],
      ['drivers', 'Bestuurders', 'Conducteurs', 'Drivers'],
      ['visitors', 'Bezoekers', 'Visiteurs', 'Visitors'],
      ['associations', 'Verenigingen', 'Associations', 'Associations'],
      ['staff', 'Wie er werkt', 'Personnes qui y travaillent', 'People who work there'],
    ],
  ],
  [
    33,
    'means',
    [
      ['talk', 'Gesprek', 'Conversation', 'Talk'],
      ['information', 'Informatie en preventie', 'Information et prévention', 'Information'],
      ['mediation', 'Bemiddeling', 'Médiation', 'Mediation'],
      ['agreement', 'Afspraak en herstel', 'Accord et réparation', 'Agreement and repair'],
      ['warning', 'Waarschuwing', 'Avertissement', 'Warning'],
      ['partner', 'Partner of gemeente', 'Partenaire ou commune', 'Partner or municipality'],
      [
        'administrative-fine',
        'Gemeentelijke boete (GAS)',
        'Amende communale (SAC)',
        'Administrative fine (GAS)',
      ],
      ['official-report', 'Proces-verbaal', 'Procès-verbal', 'Official report'],
      ['coercion', 'Dwang', 'Contrainte', 'Coercion'],
    ],
  ],
  [
    34,
    'verdict',
    [
      ['helped', 'Heeft geholpen', 'A aidé', 'Helped'],
      ['no-sign', 'Geen teken dat het hielp', 'Aucun signe d’effet', 'No sign that it helped'],
      ['cannot-tell', 'Niet te zeggen', 'Impossible à dire', 'Cannot tell'],
      ['worse', 'Erger geworden', 'S’est aggravé', 'Worse'],
      ['not-really-tried', 'Niet echt geprobeerd', 'Pas vraiment essayé', 'Not really tried'],
    ],
  ],
];

/** A zone that was upgraded earlier may have reworded one already: its words stay. */
export async function up(database: Kysely<never>): Promise<void> {
  for (const [number, list, codes] of STARTERS) {
    for (const [index, [code, nl, fr, en]] of codes.entries()) {
      const id = (number * 100 + index).toString().padStart(12, '0');
      await sql`
        insert or ignore into code values (
          ${`00e00000-0000-7000-8000-${id}`}, ${list}, ${code}, ${nl}, ${fr}, ${en}, '',
          ${(index + 1) * 10}, ${ALWAYS}, '9999-12-31', 1)`.execute(database);
    }
  }
}
