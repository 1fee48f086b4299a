import type {
  Feeling,
  StarterChannel,
  StarterProblem,
  StarterReason,
} from '#shared/domain/contacts/code-lists.ts';
import { pick, type Random } from '#shared/lib/random.ts';

/** What an officer adds now and then to the four required fields. */
export interface DemoDetails {
  readonly channel: StarterChannel | null;
  readonly durationMinutes: number | null;
  readonly language: string | null;
  readonly problems: readonly StarterProblem[];
  readonly need: string;
  readonly feeling: Feeling | null;
}

const ON_THE_ROUND: readonly StarterChannel[] = ['street', 'street', 'street', 'at-home'];
const CHANNELS_OF: Readonly<Partial<Record<StarterReason, readonly StarterChannel[]>>> = {
  'help-request': ['at-home', 'street', 'telephone', 'station'],
  nuisance: ['street', 'telephone', 'mail', 'at-home'],
  'neighbour-dispute': ['at-home', 'at-home', 'telephone', 'station'],
  'victim-after-care': ['at-home', 'appointment', 'telephone'],
  administrative: ['at-home', 'at-home', 'station'],
  association: ['meeting', 'appointment'],
  'neighbourhood-network': ['meeting', 'mail', 'telephone'],
  partner: ['meeting', 'telephone', 'mail'],
};
const PROBLEMS_OF: Readonly<Partial<Record<StarterReason, readonly StarterProblem[]>>> = {
  nuisance: ['dumping-litter', 'dumping-litter', 'vandalism', 'nuisance-parking', 'other'],
  traffic: [
    'unadapted-speed',
    'unadapted-speed',
    'nuisance-parking',
    'aggressive-driving',
    'heavy-transport',
    'traffic-noise',
  ],
  'neighbour-dispute': ['noise-by-neighbours', 'nuisance-parking'],
  'victim-after-care': ['home-burglary', 'bicycle-theft', 'car-theft-damage'],
  prevention: ['home-burglary', 'bicycle-theft'],
  school: ['unadapted-speed', 'nuisance-parking'],
};
const NEEDS: Readonly<Partial<Record<StarterReason, readonly string[]>>> = {
  traffic: ['Dat er aan de school trager gereden wordt', 'Meer zicht op het kruispunt'],
  nuisance: ['Een proper plein', '’s Avonds met een open raam kunnen slapen'],
  'help-request': ['Weten bij wie je terechtkan', 'Dat er eens iemand langskomt'],
  'neighbour-dispute': ['Rust na tien uur', 'Een gesprek met iemand erbij'],
  'victim-after-care': ['Weten of er iets gevonden is', 'Raad over het slot van de achterdeur'],
};
/** Of a hundred people who say how safe they feel, in a quiet matter and in one that weighs. */
const CALM: readonly Feeling[] = ['never', 'never', 'rarely', 'rarely', 'sometimes'];
const WORRIED: readonly Feeling[] = [
  'rarely',
  'sometimes',
  'sometimes',
  'often',
  'often',
  'always',
];
const WEIGHS: ReadonlySet<StarterReason> = new Set([
  'help-request',
  'nuisance',
  'neighbour-dispute',
  'victim-after-care',
]);

/** What is filled in besides the required fields of a contact: some of it mostly, some of it seldom. */
export function detailsOf(reason: StarterReason, random: Random): DemoDetails {
  const channel = random() < 0.85 ? pick(random, CHANNELS_OF[reason] ?? ON_THE_ROUND) : null;
  const durationMinutes = random() < 0.55 ? pick(random, [5, 10, 10, 15, 15, 20, 30, 45]) : null;
  const language = random() < 0.12 ? pick(random, ['nl', 'nl', 'fr', 'en', 'interpreter']) : null;
  const ofReason = PROBLEMS_OF[reason] ?? [];
  const problems = ofReason.length > 0 && random() < 0.75 ? [pick(random, ofReason)] : [];
  const needs = NEEDS[reason] ?? [];
  const need = needs.length > 0 && random() < 0.22 ? pick(random, needs) : '';
  const feeling = random() < 0.24 ? pick(random, WEIGHS.has(reason) ? WORRIED : CALM) : null;
  return { channel, durationMinutes, language, problems, need, feeling };
}
