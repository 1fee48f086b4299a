import type { CodeList } from '#shared/domain/codes/code.ts';

/** Fields that hold a code, and of which list. */
export const LISTS: Readonly<Partial<Record<string, CodeList>>> = {
  reason: 'contact-reason',
  nextStep: 'next-step',
  channel: 'channel',
  toldBy: 'channel',
  language: 'language',
  feeling: 'feeling',
  problems: 'problem',
  sensitivity: 'sensitivity',
  role: 'party-role',
  problem: 'problem',
  factKinds: 'fact-kind',
  type: 'task-type',
  types: 'task-type',
  rung: 'means',
  means: 'means',
  verdict: 'verdict',
  affected: 'affected',
  priority: 'plan-priority',
};

/** Their values are words of the program, of no list of the zone. */
export const CHOICES: ReadonlySet<string> = new Set([
  'state',
  'kind',
  'better',
  'counted',
  'fieldsOut',
]);
