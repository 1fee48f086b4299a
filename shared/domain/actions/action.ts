import { z } from 'zod';

import { type Day, daySchema, instantSchema } from '../../lib/dates.ts';
import { type Id, idSchema } from '../../lib/ids.ts';
import { codeSchema } from '../codes/code.ts';
import { LONGEST_TEXT } from '../contacts/contact.ts';
import { keptEvidenceSchema, leftOutSchema } from './kept-evidence.ts';
import { successSignSchema } from './sign.ts';
import { LONGEST_TITLE, MOST_SEGMENTS, VERDICTS } from './vocabulary.ts';

/**
 * `proposed` stands on the bench; `approved` may begin; `active` is being carried out; `closed` has its
 * verdict; `refused` has its reason.
 */
export const ACTION_STATES = ['proposed', 'approved', 'refused', 'active', 'closed'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** Whether nothing more is planned or agreed for it. */
export function hasEnded({ state }: { readonly state: ActionState }): boolean {
  return state === 'closed' || state === 'refused';
}

const text = z.string().max(LONGEST_TEXT);
const sentence = z.string().trim().max(LONGEST_TEXT);

/** What residents were told when the action ended. */
export const feedbackSchema = z.object({
  on: daySchema,
  channel: codeSchema,
  text: z.string().trim().min(1).max(LONGEST_TEXT),
});

/** A measure that the program proposed for a stretch, and why somebody does not want it there. */
export const refusalSchema = z.object({
  segmentId: idSchema,
  type: codeSchema,
  reason: z.string().trim().min(1).max(LONGEST_TEXT),
});
export type Refusal = z.infer<typeof refusalSchema>;
const MOST_REFUSALS = 10 * MOST_SEGMENTS;
const MOST_LEFT_OUT = 100;

/** What was planned of one measure when its action began: minutes of the whole plan, and of a whole week. */
export const plannedAtStartSchema = z.object({
  measureId: idSchema,
  minutes: z.number().int().min(0),
  weekly: z.number().int().min(0),
});
export type PlannedAtStart = z.infer<typeof plannedAtStartSchema>;
const MOST_MEASURES = 1_000;

/** What somebody plans to do about a dossier, without its id. */
export const actionFieldsSchema = z.object({
  dossierId: idSchema,
  proposedBy: idSchema,
  proposedAt: instantSchema,
  /** The day by which the team lead answers. */
  answerBy: daySchema,
  /** The action that this one was adapted or copied from. */
  basedOn: idSchema.nullable(),
  /** Who proposed what it is based on: credit stays, the first author first. */
  credits: z.array(idSchema).max(20),
  /** What differs in these streets from those it was copied from. */
  differs: text,
  title: z.string().trim().min(1).max(LONGEST_TITLE),
  /** In residents' words. */
  aim: sentence,
  sign: successSignSchema.nullable(),
  startsOn: daySchema.nullable(),
  endsOn: daySchema.nullable(),
  /** The priority of the zone's plan that it serves. */
  priority: codeSchema.nullable(),
  ownerId: idSchema,
  coverId: idSchema.nullable(),
  /** Rows from before there were proposals have none. */
  refusals: z.array(refusalSchema).max(MOST_REFUSALS).default([]),
  /** Streets that it is not compared with. */
  leftOut: z.array(leftOutSchema).max(MOST_LEFT_OUT).default([]),
  state: z.enum(ACTION_STATES),
  answeredBy: idSchema.nullable(),
  answeredAt: instantSchema.nullable(),
  answerReason: text,
  startedAt: instantSchema.nullable(),
  /** Minutes that were planned when it began: a plan that is made smaller afterwards is no smaller dose. */
  plannedMinutes: z.number().int().min(0).nullable(),
  /** The same by measure; null in rows from before it was kept. */
  plannedAtStart: z.array(plannedAtStartSchema).max(MOST_MEASURES).nullable().default(null),
  closedBy: idSchema.nullable(),
  closedAt: instantSchema.nullable(),
  verdict: z.enum(VERDICTS).nullable(),
  /** Why this verdict: an assessment, never in what goes out. */
  verdictNote: text,
  /** What was delivered of what was planned, from 0 to 1. */
  doseShare: z.number().min(0).max(1).nullable(),
  /** What was counted of the sign afterwards. */
  signAfter: z.number().min(0).max(1_000_000_000).nullable(),
  /** What the verdict rests on; null where somebody counted by hand, and in rows from before it was kept. */
  evidence: keptEvidenceSchema.nullable().default(null),
  feedback: feedbackSchema.nullable(),
  learned: text,
});
export type ActionFields = z.infer<typeof actionFieldsSchema>;

export const actionSchema = actionFieldsSchema.extend({ id: idSchema });
export type Action = z.infer<typeof actionSchema>;

/** What may be filled in before it begins. */
export const actionFormSchema = actionFieldsSchema.pick({
  title: true,
  aim: true,
  sign: true,
  startsOn: true,
  endsOn: true,
  priority: true,
  ownerId: true,
  coverId: true,
});
export type ActionForm = z.infer<typeof actionFormSchema>;

/** What the fields say of an action that was only just proposed. */
export const AS_PROPOSED = {
  state: 'proposed',
  answeredBy: null,
  answeredAt: null,
  answerReason: '',
  startedAt: null,
  plannedMinutes: null,
  plannedAtStart: null,
  closedBy: null,
  closedAt: null,
  verdict: null,
  verdictNote: '',
  doseShare: null,
  signAfter: null,
  evidence: null,
  feedback: null,
  learned: '',
} as const satisfies Partial<ActionFields>;

/** Whether its last day is past though nobody closed it: it runs on paper only. */
export function isPastEnd(
  { state, endsOn }: Pick<Action, 'state' | 'endsOn'>,
  today: Day,
): boolean {
  return state === 'active' && endsOn !== null && endsOn < today;
}

/** The form of an action that has nothing but a title and who proposes it. */
export function emptyAction(title: string, ownerId: Id): ActionForm {
  return {
    title,
    aim: '',
    sign: null,
    startsOn: null,
    endsOn: null,
    priority: null,
    ownerId,
    coverId: null,
  };
}

/** What an action lacks before it may begin. */
export const STARTING_NEEDS = [
  'approval',
  'aim',
  'sign',
  'endsOn',
  'measures',
  'ladder',
  'second-eyes',
] as const;
export type StartingNeed = (typeof STARTING_NEEDS)[number];

/**
 * What keeps an action from beginning, in the order of the list; nothing when it may begin.
 *
 * @param measures how many measures it has.
 * @param offLadder how many of them use a heavy means that no step of the ladder takes.
 * @param unconfirmed heavy means of it that nobody else has looked at, and that are not urgent.
 */
export function missingToStart(
  action: Pick<Action, 'state' | 'aim' | 'sign' | 'endsOn'>,
  {
    measures,
    offLadder,
    unconfirmed,
    today,
  }: { measures: number; offLadder: number; unconfirmed: number; today: Day },
): readonly StartingNeed[] {
  const lacks: Readonly<Record<StartingNeed, boolean>> = {
    approval: action.state !== 'approved',
    aim: action.aim.trim() === '',
    sign: action.sign === null || action.sign.to >= today,
    endsOn: action.endsOn === null || action.endsOn < today,
    measures: measures === 0,
    ladder: offLadder > 0,
    'second-eyes': unconfirmed > 0,
  };
  return STARTING_NEEDS.filter((need) => lacks[need]);
}
