import { type Kysely, sql } from 'kysely';

/** The first day of every starter code: earlier than any contact. */
const ALWAYS = '2000-01-01';

/** code, Dutch, French, English, and for a reason its family of colours. */
type Starter = readonly [code: string, nl: string, fr: string, en: string, family?: string];

const STARTERS: readonly (readonly [list: string, codes: readonly Starter[]])[] = [
  [
    'contact-reason',
    [
      ['help-request', 'Hulpvraag', 'Demande d’aide', 'Help request', 'care'],
      ['nuisance', 'Overlast', 'Nuisances', 'Nuisance', 'nuisance'],
      ['traffic', 'Verkeer', 'Circulation', 'Traffic', 'traffic'],
      [
        'neighbour-dispute',
        'Burengeschil',
        'Conflit de voisinage',
        'Neighbour dispute',
        'nuisance',
      ],
      ['prevention', 'Preventie', 'Prévention', 'Prevention', 'prevention'],
      ['victim-after-care', 'Nazorg slachtoffer', 'Suivi de victime', 'Victim after-care', 'care'],
      ['school', 'School', 'École', 'School', 'partners'],
      ['shopkeeper', 'Handelaar', 'Commerçant', 'Shopkeeper', 'partners'],
      ['association', 'Vereniging', 'Association', 'Association', 'partners'],
      [
        'neighbourhood-network',
        'Buurtinformatienetwerk',
        'Réseau de quartier',
        'Neighbourhood network',
        'prevention',
      ],
      ['partner', 'Partner', 'Partenaire', 'Partner', 'partners'],
      ['event', 'Evenement', 'Événement', 'Event', 'town'],
      ['administrative', 'Administratief', 'Administratif', 'Administrative', 'administration'],
      ['spontaneous', 'Spontaan', 'Spontané', 'Spontaneous', 'town'],
    ],
  ],
  [
    'channel',
    [
      ['street', 'Op straat', 'En rue', 'In the street'],
      ['at-home', 'Aan huis', 'À domicile', 'At home'],
      ['station', 'Op het bureau', 'Au commissariat', 'At the station'],
      ['telephone', 'Telefoon', 'Téléphone', 'Telephone'],
      ['mail', 'Mail of brief', 'Courriel ou lettre', 'Mail or letter'],
      ['appointment', 'Op afspraak', 'Sur rendez-vous', 'By appointment'],
      ['meeting', 'Vergadering', 'Réunion', 'Meeting'],
    ],
  ],
  [
    'next-step',
    [
      ['nothing', 'Niets', 'Rien', 'Nothing'],
      ['promise', 'Belofte', 'Promesse', 'Promise'],
      ['task', 'Taak', 'Tâche', 'Task'],
      ['action', 'Actie', 'Action', 'Action'],
      ['referral', 'Doorverwijzing', 'Renvoi', 'Referral'],
    ],
  ],
  [
    'feeling',
    [
      ['never', 'Nooit', 'Jamais', 'Never'],
      ['rarely', 'Zelden', 'Rarement', 'Rarely'],
      ['sometimes', 'Soms', 'Parfois', 'Sometimes'],
      ['often', 'Vaak', 'Souvent', 'Often'],
      ['always', 'Altijd', 'Toujours', 'Always'],
    ],
  ],
  [
    'problem',
    [
      ['unadapted-speed', 'Onaangepaste snelheid', 'Vitesse inadaptée', 'Unadapted speed'],
      ['dumping-litter', 'Sluikstort en zwerfvuil', 'Dépôts clandestins', 'Dumping and litter'],
      ['aggressive-driving', 'Agressief rijgedrag', 'Conduite agressive', 'Aggressive driving'],
      ['nuisance-parking', 'Hinderlijk parkeren', 'Stationnement gênant', 'Nuisance parking'],
      ['traffic-noise', 'Verkeerslawaai', 'Bruit de la circulation', 'Traffic noise'],
      ['heavy-transport', 'Zwaar vervoer', 'Poids lourds', 'Heavy transport'],
      ['home-burglary', 'Woninginbraak', 'Cambriolage', 'Home burglary'],
      ['noise-by-neighbours', 'Lawaai van buren', 'Bruit de voisins', 'Noise by neighbours'],
      ['bicycle-theft', 'Fietsdiefstal', 'Vol de vélo', 'Bicycle theft'],
      [
        'car-theft-damage',
        'Diefstal uit of schade aan auto’s',
        'Vol dans ou dégâts aux voitures',
        'Theft from or damage to cars',
      ],
      ['vandalism', 'Vernieling', 'Vandalisme', 'Vandalism'],
      ['drug-nuisance', 'Drugsoverlast', 'Nuisances liées aux drogues', 'Drug nuisance'],
      ['other', 'Iets anders', 'Autre chose', 'Something else'],
    ],
  ],
  [
    'language',
    [
      ['nl', 'Nederlands', 'Néerlandais', 'Dutch'],
      ['fr', 'Frans', 'Français', 'French'],
      ['en', 'Engels', 'Anglais', 'English'],
      ['de', 'Duits', 'Allemand', 'German'],
      ['sign', 'Gebarentaal', 'Langue des signes', 'Sign language'],
      ['interpreter', 'Met een tolk', 'Avec un interprète', 'With an interpreter'],
      ['other', 'Een andere taal', 'Une autre langue', 'Another language'],
    ],
  ],
  [
    'party-role',
    [
      ['resident', 'Bewoner', 'Habitant', 'Resident'],
      ['shopkeeper', 'Handelaar', 'Commerçant', 'Shopkeeper'],
      ['school', 'School', 'École', 'School'],
      ['association', 'Vereniging', 'Association', 'Association'],
      ['municipality', 'Stad of gemeente', 'Ville ou commune', 'Municipality'],
      ['housing', 'Huisvesting', 'Logement', 'Housing'],
      ['welfare', 'Welzijn', 'Aide sociale', 'Welfare'],
      ['passer-by', 'Voorbijganger', 'Passant', 'Passer-by'],
      ['other', 'Iemand anders', 'Quelqu’un d’autre', 'Somebody else'],
    ],
  ],
  [
    'sensitivity',
    [
      ['normal', 'Voor het team', 'Pour l’équipe', 'For the team'],
      ['restricted', 'Beperkt', 'Restreint', 'Restricted'],
    ],
  ],
];

/** Names in a table instead of in the application: a zone words, adds and ends its codes itself. */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create table code (
      id text not null primary key,
      list text not null,
      code text not null,
      name_nl text not null,
      name_fr text not null,
      name_en text not null,
      family text not null,
      position integer not null,
      valid_from text not null,
      valid_to text not null,
      version integer not null,
      unique (list, code),
      check (valid_from < valid_to),
      check ((family <> '') = (list = 'contact-reason'))
    ) strict, without rowid`.execute(database);
  await sql`
    create trigger code_is_never_deleted before delete on code begin
      select raise(abort, 'a code is never deleted');
    end`.execute(database);
  await sql`
    create trigger code_keeps_its_meaning before update of id, list, code on code begin
      select raise(abort, 'a code never changes its meaning');
    end`.execute(database);
  for (const [listIndex, [list, codes]] of STARTERS.entries()) {
    for (const [index, [code, nl, fr, en, family = '']] of codes.entries()) {
      await sql`
        insert into code values (
          ${starterId(listIndex, index)}, ${list}, ${code}, ${nl}, ${fr}, ${en}, ${family},
          ${(index + 1) * 10}, ${ALWAYS}, '9999-12-31', 1)`.execute(database);
    }
  }
}

/** The same id on every desk, so that a starter code that is reworded is the same one everywhere. */
function starterId(list: number, index: number): string {
  const number = (list * 100 + index).toString().padStart(12, '0');
  return `00e00000-0000-7000-8000-${number}`;
}
