import type { Id } from '../../lib/ids.ts';
import { AFFECTED, MEANS, VERDICTS } from '../actions/vocabulary.ts';
import {
  CHANNELS,
  CONTACT_REASONS,
  FEELINGS,
  NEXT_STEPS,
  PROBLEMS,
  SENSITIVITIES,
} from '../contacts/code-lists.ts';
import type { CodeList } from './code.ts';

/**
 * The codes that every desk's file begins with, list by list with the number of the list in their ids. The
 * migrations of the file make them; they are told again here for whoever has no such file. A list may grow at its
 * end, and nothing in it ever moves.
 */
const STARTERS: readonly (readonly [number: number, list: CodeList, codes: readonly string[]])[] = [
  [0, 'contact-reason', CONTACT_REASONS],
  [1, 'channel', CHANNELS],
  [2, 'next-step', NEXT_STEPS],
  [3, 'feeling', FEELINGS],
  [4, 'problem', PROBLEMS],
  [5, 'language', ['nl', 'fr', 'en', 'de', 'sign', 'interpreter', 'other']],
  [
    6,
    'party-role',
    [
      'resident',
      'shopkeeper',
      'school',
      'association',
      'municipality',
      'housing',
      'welfare',
      'passer-by',
      'other',
    ],
  ],
  [7, 'sensitivity', SENSITIVITIES],
  [
    8,
    'fact-kind',
    [
      'burglary',
      'robbery',
      'theft',
      'pickpocketing',
      'shoplifting',
      'bicycle-theft',
      'vehicle-crime',
      'violence',
      'vandalism',
      'drugs',
      'weapons',
      'public-order',
      'nuisance',
      'dumping',
      'speeding',
      'parking',
      'access-restriction',
      'collision',
      'other',
    ],
  ],
  [
    30,
    'task-type',
    [
      'presence',
      'residence-check',
      'holiday-surveillance',
      'burglary-revisit',
      'victim-recontact',
      'prosecutor-task',
      'notification',
      'supervision',
      'school-surroundings',
      'consultation',
      'neighbourhood-network',
      'mediation',
      'bicycle-prevention',
      'prevention-advice',
      'speed-check',
      'works',
      'event',
      'lent-task',
    ],
  ],
  [
    31,
    'plan-priority',
    ['traffic-safety', 'theft-burglary', 'nuisance', 'drugs', 'community-policing'],
  ],
  [32, 'affected', AFFECTED],
  [33, 'means', MEANS],
  [34, 'verdict', VERDICTS],
];

export interface StarterCode {
  readonly id: Id;
  readonly list: CodeList;
  readonly code: string;
}

/** The same id on every desk, so that a starter code that is reworded is the same one everywhere. */
export const STARTER_CODES: readonly StarterCode[] = STARTERS.flatMap(([number, list, codes]) =>
  codes.map((code, index) => ({
    id: `00e00000-0000-7000-8000-${String(number * 100 + index).padStart(12, '0')}`,
    list,
    code,
  })),
);
