import type { NextStep, StarterReason } from '#shared/domain/contacts/code-lists.ts';
import { pick, type Random } from '#shared/lib/random.ts';

/** What is promised after contacts of some reasons, and what the resident is told in the end. */
interface PromisePhrases {
  readonly reasons: readonly StarterReason[];
  readonly text: string;
  readonly kept: string;
  readonly notKept: string;
}

const PROMISES: readonly PromisePhrases[] = [
  {
    reasons: ['traffic'],
    text: 'Snelheidsmeting vragen en het resultaat laten weten',
    kept: 'Resultaat van de meting verteld: de meeste bestuurders rijden correct, twee pieken rond acht uur.',
    notKept: 'Gebeld: de meting kan dit jaar niet meer en staat op de lijst voor het voorjaar.',
  },
  {
    reasons: ['traffic'],
    text: 'Laten weten of het bord vervangen wordt',
    kept: 'Bord is vervangen, bewoner verwittigd.',
    notKept: 'Bord is nog niet geleverd. Zo gezegd en naar openbare werken verwezen.',
  },
  {
    reasons: ['traffic', 'nuisance', 'school'],
    text: 'Extra toezicht houden en vertellen wat er gezien werd',
    kept: 'Verteld dat er driemaal toezicht was en wat er gezien werd.',
    notKept: 'Eén keer kunnen langsgaan in plaats van drie. Uitgelegd waarom.',
  },
  {
    reasons: ['nuisance', 'spontaneous', 'event'],
    text: 'Terugbellen met het antwoord van de stad',
    kept: 'Gebeld: de stad ruimt wekelijks op en zet een extra vuilnisbak.',
    notKept: 'Nog geen antwoord van de stad. Gebeld om dat te zeggen.',
  },
  {
    reasons: ['help-request', 'nuisance', 'neighbourhood-network'],
    text: 'Opnieuw langsgaan en vertellen wat er gebeurd is',
    kept: 'Langsgegaan en verteld wat er ondernomen is. Bewoner is tevreden.',
    notKept: 'Niet binnen de afgesproken tijd langs geweest. Gebeld met excuses.',
  },
  {
    reasons: ['help-request', 'spontaneous', 'partner'],
    text: 'Navragen wanneer de verlichting hersteld wordt',
    kept: 'Verlichting brandt weer; bewoner wist het al en bedankt.',
    notKept: 'Netbeheerder geeft geen datum. Zo doorgegeven.',
  },
  {
    reasons: ['neighbour-dispute'],
    text: 'Buren samenbrengen voor een gesprek',
    kept: 'Gesprek met beide buren gehad, nieuwe afspraken op papier.',
    notKept: 'Eén van beide buren wil geen gesprek. Andere partij verwittigd.',
  },
  {
    reasons: ['neighbour-dispute'],
    text: 'Uitzoeken wat het reglement zegt en terugbellen',
    kept: 'Reglement uitgelegd aan de telefoon, blad nagestuurd.',
    notKept: 'Vraag hoort bij de vrederechter. Uitgelegd waar de zitdag is.',
  },
  {
    reasons: ['victim-after-care', 'administrative'],
    text: 'Attest bezorgen',
    kept: 'Attest in de bus gestoken en verwittigd.',
    notKept: 'Attest moet bij het onthaal gevraagd worden. Bewoner ingelicht.',
  },
  {
    reasons: ['prevention', 'victim-after-care', 'shopkeeper', 'association'],
    text: 'Preventieadvies ter plaatse geven',
    kept: 'Advies ter plaatse gegeven, men gaat ermee aan de slag.',
    notKept: 'Adviseur was niet vrij. Nieuwe datum wordt rechtstreeks gezocht.',
  },
];

/** Something to promise after a contact for `reason`. */
function promiseTextOf(reason: StarterReason, random: Random): string {
  const fitting = PROMISES.filter((phrases) => phrases.reasons.includes(reason));
  return pick(random, fitting.length > 0 ? fitting : PROMISES).text;
}

/** What the resident is told when a promise with this text ends. */
export function outcomeOf(text: string, state: 'kept' | 'not-kept'): string {
  const phrases = PROMISES.find((candidate) => candidate.text === text);
  if (!phrases) throw new RangeError('outcomeOf: not one of the promises');
  return state === 'kept' ? phrases.kept : phrases.notKept;
}

const REFERRALS: Readonly<Partial<Record<StarterReason, readonly string[]>>> = {
  nuisance: ['Groendienst', 'Dienst openbare werken', 'GAS-ambtenaar'],
  traffic: ['Dienst mobiliteit', 'Dienst openbare werken'],
  'neighbour-dispute': ['Buurtbemiddeling', 'Vrederechter, zitdag'],
  'victim-after-care': ['Slachtofferonthaal'],
  'help-request': ['Onthaal van de stad', 'Sociaal Huis', 'Woonmaatschappij'],
  prevention: ['Preventieadviseur'],
};
const TASKS = [
  'Toezicht op een ander uur',
  'Foto’s aan het dossier toevoegen',
  'Langsgaan bij de buren van de overkant',
  'Opnieuw langsgaan op een ander uur',
];
const ACTIONS = [
  'Straat opnemen in de sluikstortactie',
  'Voorstel voor verkeersactie in deze straat',
  'Voorstel voor een preventieavond',
];

/** The note that goes with what happens after a contact; empty when nothing does. */
export function noteOf(reason: StarterReason, step: NextStep, random: Random): string {
  switch (step) {
    case 'nothing':
      return '';
    case 'promise':
      return promiseTextOf(reason, random);
    case 'task':
      return pick(random, TASKS);
    case 'action':
      return pick(random, ACTIONS);
    case 'referral':
      return pick(random, REFERRALS[reason] ?? ['Onthaal van de stad']);
  }
}
