import type { StarterReason } from '#shared/domain/contacts/code-lists.ts';
import { pick, type Random } from '#shared/lib/random.ts';

/**
 * What demo summaries are put together from. They tell what was seen and done, never who somebody is:
 * no names, and nothing about health, origin or belief.
 */
interface Phrases {
  readonly what: readonly string[];
  readonly detail: readonly string[];
  readonly done: readonly string[];
}

const PHRASES: Readonly<Record<StarterReason, readonly Phrases[]>> = {
  'help-request': [
    {
      what: [
        'Vraag om hulp bij een verdwenen huisdier',
        'Nieuwe bewoner zoekt uitleg over parkeerkaarten',
        'Vraag om plaats vrij te houden bij een verhuis',
        'Bewoner vraagt raad over een afgesloten garagebox',
        'Gevonden sleutelbos afgegeven',
      ],
      detail: ['Samen bekeken wat er kan.', 'Gegevens genoteerd.', ''],
      done: ['Uitleg gegeven en kaartje achtergelaten.', 'Nummer van het onthaal gegeven.', ''],
    },
    {
      what: [
        'Bewoner hoorde vannacht iemand aan de achterdeur',
        'Vraag over een onbekende bestelwagen die al dagen in de straat staat',
        'Straatverlichting valt uit, bewoner voelt zich onveilig',
        'Bel gaat ’s avonds zonder dat er iemand staat',
      ],
      detail: [
        'Ter plaatse niets bijzonders gezien.',
        'Omgeving samen bekeken.',
        'Foto’s gekregen.',
      ],
      done: ['Gerustgesteld.', 'We rijden deze week extra langs.', 'Buren ook ingelicht.'],
    },
  ],
  nuisance: [
    {
      what: [
        'Sluikstort naast de glasbol',
        'Zwerfvuil en blikjes op het pleintje',
        'Hondenpoep langs het wandelpad',
        'Vuilniszakken te vroeg buitengezet',
        'Fietswrakken tegen de gevel',
        'Winkelkarretjes achtergelaten in het groen',
      ],
      detail: [
        'Derde melding deze maand.',
        'Volgens bewoners al enkele weken zo.',
        'Foto genomen.',
        '',
      ],
      done: [
        'Gemeld aan de stadsdiensten.',
        'Folder over afvalophaling in de bussen gestoken.',
        'Bewoners houden bij wanneer het gebeurt.',
        'Groendienst verwittigd.',
      ],
    },
    {
      what: [
        'Geluid van een groep aan de bankjes',
        'Bromfietsen rijden rondjes na tien uur',
        'Muziek uit een geparkeerde wagen',
        'Laat lawaai op een terras',
        'Vuurkorf met veel rook in een achtertuin',
        'Voetbal tegen een garagepoort',
      ],
      detail: [
        'Komt vooral in het weekend voor.',
        'Betrokkenen waren aanspreekbaar.',
        'Bij aankomst was het rustig.',
        '',
      ],
      done: [
        'Afspraken gemaakt.',
        'Extra toezicht gevraagd voor de avond.',
        'Melder teruggebeld.',
        'Aangesproken, blijft het duren dan volgt een verslag.',
      ],
    },
  ],
  traffic: [
    {
      what: [
        'Klacht over te hoge snelheid',
        'Zwaar vervoer neemt de sluipweg',
        'Fietsers rijden door de voetgangerszone',
        'Bestuurders negeren de voorrang van rechts',
      ],
      detail: [
        'Vooral tijdens de ochtendspits.',
        'Half uur toezicht gehouden.',
        'Na de wegenwerken is het drukker geworden.',
        '',
      ],
      done: ['Bestuurders aangesproken.', 'Meting aangevraagd.', 'Verkeersdienst ingelicht.'],
    },
    {
      what: [
        'Foutparkeren op het kruispunt',
        'Wagens op het fietspad',
        'Dubbel parkeren bij het laden en lossen',
        'Oprit versperd door een bestelwagen',
        'Verkeersbord omgereden',
        'Slecht zicht aan het zebrapad',
      ],
      detail: ['Bewoners vragen paaltjes.', 'Foto’s genomen.', 'Gebeurt vooral bij markt.', ''],
      done: ['Bestuurder aangesproken.', 'Bezorgd aan openbare werken.', 'Kaartje achter de ruit.'],
    },
  ],
  'neighbour-dispute': [
    {
      what: [
        'Onenigheid over een haag op de perceelgrens',
        'Klacht over blaffende hond bij de buren',
        'Discussie over een gedeelde oprit',
        'Ruzie om geluid door de gemene muur',
        'Verwijten over een overhangende tak',
        'Spanning rond een camera die op straat kijkt',
      ],
      detail: [
        'Beide kanten apart gehoord.',
        'Eén partij wil voorlopig niet praten.',
        'Eerdere afspraken werden niet nagekomen.',
        '',
      ],
      done: [
        'Bemiddeling voorgesteld.',
        'Nieuwe afspraken op papier gezet.',
        'Volgende week samen aan tafel.',
        'Uitgelegd wat de vrederechter kan doen.',
      ],
    },
  ],
  prevention: [
    {
      what: [
        'Woning rondgegaan voor inbraakpreventie',
        'Vakantietoezicht aangevraagd',
        'Advies over verlichting van een steegje',
        'Sloten bekeken op vraag van de bewoner',
      ],
      detail: ['Achterdeur sluit niet goed.', 'Bewoner past het zelf aan.', ''],
      done: [
        'Checklist meegegeven.',
        'Afspraak met de preventieadviseur gemaakt.',
        'Opgenomen in de rondes.',
      ],
    },
    {
      what: [
        'Fietsen gelabeld op het plein',
        'Uitleg over gladde praatjes aan de deur',
        'Uitleg over veilig online kopen in de buurtkamer',
      ],
      detail: ['Veel interesse.', 'Een twintigtal aanwezigen.', ''],
      done: ['Folders uitgedeeld.', 'Vervolg in het najaar.', ''],
    },
  ],
  'victim-after-care': [
    {
      what: [
        'Nabezoek na een woninginbraak',
        'Nabezoek na een fietsdiefstal',
        'Nazorg na vandalisme aan een wagen',
        'Hercontact na een poging tot oplichting',
        'Nabezoek na diefstal uit een garagebox',
      ],
      detail: [
        'Slot is intussen vervangen.',
        'Verzekering vraagt nog een attest.',
        'Buren letten mee op.',
        '',
      ],
      done: [
        'Stand van het dossier uitgelegd.',
        'Tips voor het achterraam gegeven.',
        'Verwezen naar slachtofferonthaal.',
      ],
    },
  ],
  school: [
    {
      what: [
        'Toezicht aan de schoolpoort',
        'Ouders parkeren op het zebrapad',
        'Drukte aan de kiss-and-ride',
      ],
      detail: ['Rustiger dan vorige week.', 'Zes bestuurders aangesproken.', ''],
      done: ['Volgende week opnieuw.', 'Gemachtigde opzichter bedankt.', 'Directie ingelicht.'],
    },
    {
      what: [
        'Gesprek met de directie over de schoolomgeving',
        'Fietsexamen mee begeleid',
        'Vraag over de fietsenstalling van de school',
        'Klasbezoek over veilig fietsen',
      ],
      detail: ['Verlichting van fietsen is een aandachtspunt.', ''],
      done: ['Brief voor de ouders besproken.', 'Afspraken gemaakt met de directie.', ''],
    },
  ],
  shopkeeper: [
    {
      what: ['Winkelier meldt diefstal van kleine waren', 'Vals biljet aangeboden aan de kassa'],
      detail: ['Beelden worden bewaard.', 'Beschrijving genoteerd.'],
      done: ['Aangifte uitgelegd.', 'Preventietips gegeven.'],
    },
    {
      what: [
        'Winkelronde',
        'Vraag over terras op het voetpad',
        'Klachten over laden voor zeven uur',
        'Handelaar vraagt meer aanwezigheid tijdens de markt',
      ],
      detail: ['Donkere hoek achter de winkel.', 'Verder geen problemen.', ''],
      done: ['Volgende marktdag opnieuw langs.', 'Gemeld aan de marktmeester.', ''],
    },
  ],
  association: [
    {
      what: [
        'Overleg met het buurtcomité',
        'Jeugdhuis vraagt raad over het sluitingsuur',
        'Sportclub meldt schade aan de kleedkamers',
        'Buurtfeest voorbereid met de vrijwilligers',
        'Volkstuinders melden diefstal van gereedschap',
      ],
      detail: ['Vraag om een vast aanspreekpunt.', 'Goede samenwerking.', ''],
      done: ['Verslag volgt.', 'Contactgegevens uitgewisseld.', 'Volgende maand terug samen.'],
    },
  ],
  'neighbourhood-network': [
    {
      what: ['BIN meldt verdachte bestelwagen', 'BIN meldt twee verkopers aan de deur'],
      detail: ['Nagekeken, geen verdere vaststellingen.', 'Ter plaatse niemand meer.'],
      done: ['Terugkoppeling gegeven.', 'Bericht rondgestuurd.'],
    },
    {
      what: [
        'Overleg met het buurtinformatienetwerk',
        'Nieuwe leden voor het BIN',
        'Vraag van de BIN-coördinator over een testbericht',
      ],
      detail: ['Drie straten sluiten aan.', ''],
      done: ['Afspraken herhaald.', 'Volgend overleg vastgelegd.'],
    },
  ],
  partner: [
    {
      what: [
        'Rondgang met de woonmaatschappij',
        'Overleg met straathoekwerk',
        'Plaatsbezoek met openbare werken',
        'Afstemming met de groendienst over de struiken',
        'Overleg over leegstaand pand',
      ],
      detail: ['Taken verdeeld.', 'Drie punten op de lijst.', 'Verlichting wordt hersteld.', ''],
      done: ['Verslag naar alle partners.', 'Nieuwe datum vastgelegd.', 'Stad neemt het op.'],
    },
  ],
  event: [
    {
      what: [
        'Aanwezig op de rommelmarkt',
        'Wijkfeest: rondgang en praatje',
        'Kermis: overleg met de uitbaters',
        'Wielerwedstrijd: doorgang bewaakt',
        'Avondmarkt: rondgang',
      ],
      detail: [
        'Vlot verlopen.',
        'Veel volk, goede sfeer.',
        'Doorgang voor hulpdiensten vrijgehouden.',
      ],
      done: ['Aandachtspunten genoteerd.', 'Organisatie bedankt.', 'Evaluatie volgende week.'],
    },
  ],
  administrative: [
    {
      what: ['Woonstcontrole', 'Adreswijziging gecontroleerd'],
      detail: ['Bewoner was aanwezig.', 'Naam staat op de bel.'],
      done: ['In orde, verslag opgemaakt.', 'Verslag opgemaakt.'],
    },
    {
      what: ['Niemand thuis voor woonstcontrole', 'Niemand thuis voor kennisgeving'],
      detail: ['Bericht in de bus gelaten.', 'Tweede poging.'],
      done: ['Opnieuw proberen op een ander uur.', 'Komt zelf langs op het kantoor.'],
    },
    {
      what: ['Kennisgeving afgegeven', 'Attest afgegeven'],
      detail: ['', 'Uitleg bij de brief gegeven.'],
      done: [''],
    },
  ],
  spontaneous: [
    {
      what: [
        'Praatje op de hoek van de straat',
        'Aangesproken tijdens de ronde',
        'Koffie in de buurtkamer',
        'Gesprek met wandelaars op een bank',
        'Kort gesprek met de postbode',
      ],
      detail: [
        'Buurt vindt het rustiger dan vorig jaar.',
        'Vragen over de wegenwerken.',
        'Bewoners zijn blij met het nieuwe plein.',
        'Bezorgd over de donkere doorsteek.',
        'Vraagt meer zichtbare aanwezigheid.',
      ],
      done: ['Genoteerd voor het buurtoverleg.', 'Kaartje gegeven.', ''],
    },
  ],
};

/** A short summary of a contact, in Dutch as the officers of the demo town write. */
export function summaryOf(reason: StarterReason, random: Random): string {
  const { what, detail, done } = pick(random, PHRASES[reason]);
  const last = random() < 0.85 ? pick(random, done) : '';
  return [`${pick(random, what)}.`, pick(random, detail), last]
    .filter((part) => part !== '')
    .join(' ');
}
