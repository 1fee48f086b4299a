/** One sentence per code: what happened and what to do. */
export const nl = {
  LOCKED: 'Het bureau is vergrendeld. Ontgrendel het en probeer opnieuw.',
  LEASE_OVER: 'De centrale heeft te lang niets van je gehoord. Meld je eerst aan bij de centrale.',
  WRONG_PASSPHRASE: 'Deze wachtzin past niet op deze kluis.',
  TRY_LATER_one: 'Te veel foute pogingen. Wacht nog {{count}} seconde.',
  TRY_LATER_other: 'Te veel foute pogingen. Wacht nog {{count}} seconden.',
  WEAK_PASSPHRASE:
    'Deze wachtzin is te kort of te gewoon. Neem minstens {{minimumLength}} tekens, bijvoorbeeld vier losse woorden.',
  KEY_STORE_UNAVAILABLE:
    'De sleutelbewaarplaats van dit toestel antwoordt niet. Meld je opnieuw aan op het toestel en probeer dan opnieuw.',
  NOT_FOUND: 'Dit bestaat niet of niet meer.',
  INVALID_FIELD: 'Een van de velden klopt niet. Kijk ze na en probeer opnieuw.',
  /** A field by its name, before what is wrong with it. */
  fieldNamed: '{{field}}: {{text}}',
  fieldWrong: 'dit klopt niet. Kijk het na en probeer opnieuw.',
  fieldEmpty: 'vul dit in.',
  checkThis: 'Kijk dit na.',
  field: {
    firstDay: 'Eerste dag',
    lastDay: 'Laatste dag',
    substituteId: 'Wie vervangt',
    title: 'Titel',
    aim: 'Doel',
    sign: 'Teken van succes',
    'sign-what': 'Teken van succes',
    'sign-baseline': 'Nulmeting',
    'sign-from': 'Geteld van',
    'sign-to': 'Geteld tot en met',
    startsOn: 'Begint op',
    endsOn: 'Eindigt op',
    minutes: 'Minuten',
    timesPerWeek: 'Keer per week',
    day: 'Dag',
    theyDueOn: 'Partner tegen',
    weDueOn: 'Wij tegen',
    theyDoneOn: 'Partner gedaan op',
    weDoneOn: 'Wij gedaan op',
    theyDo: 'Wat de partner doet',
    theyWho: 'Wie daar (functie)',
    weDo: 'Wat wij doen',
    ground: 'Op welke grond',
    note: 'Opmerking',
    decidedBy: 'Wie besliste',
    legalGround: 'Rechtsgrond',
    necessity: 'Waarom het nodig is',
    proportionality: 'Waarom het niet te veel is',
  },
  /** Why a value was refused, where the form has no words of its own for it. */
  invalidField: {
    'not-encrypted': 'Buiten dit toestel begint het adres van een centrale met https://.',
    'another-neighbourhood':
      'Een dossier blijft binnen één wijk. Maak voor de andere wijk een eigen dossier.',
    'no-stretch': 'Een dossier heeft minstens één stuk straat nodig. Kies er een.',
    withdrawn: 'Dit contact is ingetrokken. Kies een ander.',
    'lighter-unsaid':
      'Zeg eerst van elk lichter middel of het geprobeerd is, of waarom niet. Kon het niet wachten, vink dan “Kon niet wachten” aan.',
    'off-ladder':
      'Dit middel weegt op iemand. Noteer eerst in het dossier, op de ladder van middelen, dat het genomen wordt, met de gronden, en laat een collega het bekijken; of kies een lichter middel.',
    'not-possible': 'Dit besluit kan niet met wat er gedaan en geteld is. Kies een van de andere.',
    immutable: 'Dit kan niet meer veranderen: het ligt vast sinds de start.',
    'already-began':
      'De actie loopt: haar eerste dag ligt vast. De laatste dag kan wel nog veranderen.',
    'more-than-can-be-sent':
      'Dit is meer dan in één keer naar de centrale kan. Maak het korter, of verdeel het.',
    'stands-in-for-oneself': 'Niemand vervangt zichzelf. Kies een collega.',
    'absence-overlaps':
      'Voor een deel van deze dagen is al een afwezigheid vastgelegd. Wijzig die, of kies andere dagen.',
    'end-before-start': 'De laatste dag ligt vóór de eerste. Kies een latere laatste dag.',
    'in-the-past': 'De laatste dag zou al voorbij zijn. Kies een dag vanaf vandaag.',
    'no-days': 'Deze actie heeft nog geen dagen. Geef ze eerst een eerste en een laatste dag.',
    'no-window': 'Dit moment is intussen verplaatst of weggehaald. Bekijk het bord opnieuw.',
    'too-many-windows': 'Deze maatregel heeft al zoveel momenten als kan. Haal er eerst een weg.',
    'before-planned': 'Deze maatregel stond toen nog niet in het plan.',
    removed: 'Deze maatregel was toen al weggehaald.',
    'before-made': 'Deze dag ligt vóór de dag waarop de afspraak gemaakt werd.',
    'before-it-began': 'Die dag liep de actie nog niet.',
    'before-start': 'Deze dag ligt voor de eerste dag van de toewijzing.',
    'already-ended':
      'Deze toewijzing eindigt al vroeger. Kies een dag voor dat einde, of wijs opnieuw toe.',
    'too-long': 'Dit is langer dan drie jaar. Kijk de dagen na.',
    'not-beforehand':
      'De nulmeting ligt vooraf vast: ze wordt ten laatste geteld tot de dag voor de start van de actie.',
    'too-early': 'Deze dag ligt te ver in het verleden: kijk het jaar na.',
    'too-late': 'Deze dag ligt te ver in de toekomst: kijk het jaar na.',
    'not-later':
      'De versie die er staat, begint op die dag of later. Kies bij “Geldig vanaf” een latere dag, of maak het eerder ingelezen bestand ongedaan.',
    'not-newest':
      'Er is daarna nog een bestand van dezelfde soort ingelezen. Maak dat eerst ongedaan.',
    undone: 'Dit bestand is al ongedaan gemaakt.',
    'for-somebody':
      'Inschattingen gaan niet mee in wat voor iemand anders is. Laat ze weg, of laat “Voor wie” leeg.',
    required: 'Een verplicht veld is nog leeg.',
    'in-the-future': 'Dit moment moet nog komen.',
    'too-long-ago': 'Dit is te lang geleden: kijk het jaar na.',
    'before-the-contact': 'Dit is voor de dag van het contact.',
    taken: 'Deze naam heb je al gebruikt. Kies een andere.',
    unknown: 'Dit deel van de lijst is niet meer gekend. Open de lijst opnieuw.',
  },
  ALREADY_EXISTS: 'Dit bestaat al.',
  FILE_NEWER:
    'Deze kluis is gemaakt met een nieuwere Wijkwerk. Werk Wijkwerk op dit toestel eerst bij.',
  FILE_DAMAGED: 'Deze kluis is beschadigd. Zet een reservekopie terug.',
  BACKUP_UNUSABLE:
    'Dit is geen bruikbare reservekopie: het bestand is afgebroken, gewijzigd of iets anders.',
  BASEMAP_UNUSABLE: 'Dit bestand kan geen achtergrondkaart zijn.',
  IMPORT_UNUSABLE: 'Dit bestand kan niet gelezen worden.',
  TERRITORY_FROM_CENTRE:
    'Het grondgebied van je zone komt van de centrale. Alleen een beheerder leest hier een bestand in, om de volgende versie voor te bereiden.',
  IMPORT_BUSY: 'Er wordt al een bestand ingelezen. Wacht tot dat klaar is of stop het.',
  IMPORT_IN_USE_one:
    'Dit kan nu niet ongedaan gemaakt worden: er steunt een contact, belofte, toewijzing, partner of rij van een later bestand op. Maak eerst latere bestanden ongedaan, of lees een verbeterde versie in met een latere dag bij “Geldig vanaf”.',
  IMPORT_IN_USE_other:
    'Dit kan nu niet ongedaan gemaakt worden: er steunen contacten, beloften, toewijzingen, partners of rijen van latere bestanden op ({{count}} in totaal). Maak eerst latere bestanden ongedaan, of lees een verbeterde versie in met een latere dag bij “Geldig vanaf”.',
  UPLOAD_REFUSED: 'Dit bestand is te groot of kwam niet volledig aan.',
  ENROLMENT_STANDS: 'Dit bureau hoort al bij een centrale.',
  NOT_ENROLLED:
    'Dit bureau hoort nog bij geen centrale. Verbind het op de bladzijde “Synchronisatie”.',
  CENTRE_UNREACHABLE:
    'De centrale antwoordt niet. Wat je maakte, blijft hier; kijk het adres en de verbinding na en probeer opnieuw.',
  CENTRE_REFUSED: 'De centrale doet dit niet ({{code}}).',
  centreRefused: {
    UNKNOWN:
      'Op dit adres antwoordt iets dat geen centrale van Wijkwerk is. Kijk het adres na, of vraag het je beheerder.',
    WRONG_CREDENTIALS:
      'De gebruikersnaam, het wachtwoord of de eenmalige code klopt niet, of de code is te oud. Vraag je beheerder een nieuwe code.',
    SIGN_IN_AGAIN:
      'De centrale vraagt je wachtwoord opnieuw: geef het op de bladzijde “Synchronisatie”.',
    NOT_SIGNED_IN: 'De centrale kent dit bureau nu niet. Probeer opnieuw.',
    REVOKED: 'Dit bureau of dit account is uitgesloten van de centrale. Vraag het je beheerder.',
    TRY_LATER: 'Te veel pogingen. Wacht {{count}} seconden en probeer opnieuw.',
    OFFICER_MISMATCH:
      'In deze kluis staat al werk van een andere wijkinspecteur dan die van dit account. Dat blijft hier en leesbaar; maak er een reservekopie van. Vergrendel, maak op dit bureau een nieuwe kluis, en verbind die met een nieuwe code vóór je er iets in schrijft.',
    PROTOCOL_UNSUPPORTED:
      'De centrale spreekt een andere versie. Werk Wijkwerk bij op dit toestel.',
    UNAVAILABLE: 'De centrale kan nu niet antwoorden. Probeer straks opnieuw.',
    NOT_FOUND: 'De centrale heeft dit niet, of je mag het niet zien.',
    FORBIDDEN: 'Je rol of je rechten laten dit niet toe.',
    LAST_ADMINISTRATOR:
      'Dit is de laatste beheerder: niemand zou de zone nog kunnen beheren. Maak eerst een andere beheerder.',
    ALREADY_DECIDED: 'Iemand anders heeft hier intussen over beslist.',
    INVALID_FIELD: 'De centrale aanvaardt een van de velden niet. Kijk ze na en probeer opnieuw.',
  },
  ATTACHMENT_REFUSED: 'Dit bestand kan niet bij een contact.',
  attachmentRefused: {
    empty: 'Dit bestand is leeg.',
    'too-large':
      'Dit bestand is groter dan {{most}} MB. Verklein het, of voeg alleen het deel toe dat ertoe doet.',
    'too-many': 'Bij een contact horen hoogstens {{count}} bestanden.',
    type: 'Dit soort bestand kan niet bij een contact. Foto’s (JPEG, PNG, WebP), pdf’s en gewone tekst wel: bewaar het als een daarvan en probeer opnieuw.',
    damaged:
      'Dit bestand is beschadigd of niet volledig. Open het in een ander programma, bewaar het opnieuw en probeer dan nog eens.',
    'too-many-pixels':
      'Deze foto heeft meer beeldpunten dan een scherm aankan. Verklein ze en probeer opnieuw.',
  },
  PARCEL_REFUSED: 'Dit pakket kan niet.',
  parcelRefused: {
    'not-a-parcel': 'Dit bestand is geen pakket en geen bewijs van ontvangst.',
    torn: 'Dit bestand is afgebroken. Kopieer het opnieuw van waar het gemaakt is.',
    altered:
      'Dit bestand is beschadigd of gewijzigd. Kopieer het opnieuw van waar het gemaakt is; er is niets veranderd.',
    'too-new': 'Dit bestand is gemaakt met een nieuwere Wijkwerk. Werk Wijkwerk hier eerst bij.',
    'too-large': 'Dit bestand is groter dan een pakket kan zijn.',
    'other-zone': 'Dit bestand is van een andere zone.',
    'unknown-desk':
      'De centrale kent het bureau niet dat dit pakket maakte. Spreek met je beheerder.',
    revoked:
      'Het bureau dat dit pakket maakte, is uitgesloten van de centrale. Spreek met je beheerder.',
    'unknown-key':
      'Het pakket past niet op de sleutel van de centrale. Maak een nieuw pakket na het volgende contact met de centrale.',
    'own-parcel':
      'Dit pakket is hier gemaakt. Zodra er verbinding is, gaat alles vanzelf mee; geef het anders aan een collega of aan je beheerder.',
    'other-desk': 'Dit is het bewijs van ontvangst van een ander bureau. Breng het daarheen.',
    outdated:
      'De centrale is sindsdien hersteld: dit bewijs telt niet meer. Er is niets veranderd; wat nog wacht, gaat opnieuw mee.',
    empty: 'Er wacht niets op de centrale.',
  },
  NOT_NOW: 'Dat kan nu niet.',
  notNow: {
    'already-closed': 'Dit is al afgesloten.',
    'wrong-state': 'Dat kan niet zoals het er nu voor staat. Kijk het na en probeer opnieuw.',
    'same-person':
      'Wie het noteerde of erover besliste, kan het niet ook als tweede bekijken. Vraag het aan een collega.',
    'not-a-leader': 'Alleen wie het team leidt, kan hierover beslissen.',
    'not-your-step':
      'De gronden vult aan wie het noteerde, wie besliste, of wie het team leidt. Vraag het een van hen.',
    'not-active': 'De actie loopt niet. Start ze eerst.',
  },
  CHANGED_MEANWHILE:
    'Iemand anders veranderde dit intussen: er is niets overschreven. Kijk wat er nu staat. Wil je toch wat je hier schreef, bewaar dan nog eens.',
  STRETCH_IN_USE:
    'Een maatregel van een actie in dit dossier ligt op dit stuk straat. Haal eerst die maatregel weg.',
  COUNT_RUNNING:
    'Een actie van dit dossier loopt en meet haar succes hiermee. Het probleem en de vastgestelde feiten blijven tot die actie afgesloten is.',
  NOT_READY: 'Deze actie kan nog niet starten. Vul eerst aan wat ontbreekt.',
  GROUNDS_LACKING:
    'Van een zwaar middel dat niet kon wachten, ontbreken nog gronden. Vul ze aan op de ladder van middelen en sluit dan af.',
  STORAGE_FULL:
    'De schijf is vol of niet beschrijfbaar. Er is niets bewaard: maak plaats en probeer opnieuw.',
  INTERNAL: 'Er ging iets mis in Wijkwerk. Geef dit nummer door: {{reference}}.',
  NOT_ANSWERING:
    'Wijkwerk antwoordt niet. Wat je typte blijft staan; er wordt vanzelf opnieuw geprobeerd.',
  INVALID_INPUT: 'Een van de velden klopt niet. Kijk ze na en probeer opnieuw.',
  UNKNOWN: 'Er ging iets onverwachts mis ({{reference}}). Probeer opnieuw.',
};
