import { z } from 'zod';

import { ACTION_STATES, actionSchema } from '../domain/actions/action.ts';
import { DEAL_SIDES } from '../domain/actions/deal.ts';
import { measureSchema } from '../domain/actions/measure.ts';
import { BOARD_VIEWS, boardFilterSchema } from '../domain/board/board-view.ts';
import { LATE_KINDS, LATENESS_KINDS, STEP_WAITS } from '../domain/board/late.ts';
import { codeSchema } from '../domain/codes/code.ts';
import { RECORD_STATES } from '../domain/operations/record-state.ts';
import { positionSchema } from '../domain/territory/geometry.ts';
import { knownStreetSchema, placedStreetSchema } from '../domain/territory/placed-street.ts';
import { daySchema } from '../lib/dates.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';
import { LANGUAGES } from './desk.ts';
import { LONGEST_RECIPIENT } from './exports.ts';
import { stretchNumberSchema } from './stretch-number.ts';

export const boardQuestionSchema = z.object({
  view: z.enum(BOARD_VIEWS),
  /** Any day of the week that is asked for. */
  week: daySchema,
  filter: boardFilterSchema,
});
export type BoardQuestion = z.infer<typeof boardQuestionSchema>;

const namesSchema = z.object({ nameNl: z.string(), nameFr: z.string() });
const periodSchema = z.object({ from: daySchema, to: daySchema });

/** Why the plan of an action cannot be moved here: it ended, or only those who lead may. */
export const FIXED_REASONS = ['ended', 'not-a-leader'] as const;

/** An action as it stands on the board. */
export const boardCardSchema = actionSchema
  .pick({
    id: true,
    dossierId: true,
    title: true,
    state: true,
    startsOn: true,
    endsOn: true,
    ownerId: true,
    coverId: true,
  })
  .extend({
    neighbourhoodId: idSchema.nullable(),
    /** Where its measures are; at most {@link MOST_STREETS}, and in the view by street all of them. */
    streets: z.array(knownStreetSchema),
    moreStreets: z.number().int(),
    /** Minutes that its measures ask for in a whole week. */
    minutesPerWeek: z.number().int(),
    late: z.object({ kind: z.enum(LATENESS_KINDS), dueOn: daySchema }).nullable(),
    fixed: z.enum(FIXED_REASONS).nullable(),
    recordState: z.enum(RECORD_STATES),
  });
export type BoardCard = z.infer<typeof boardCardSchema>;

/** The most streets that a card names where it does not stand under each of them. */
export const MOST_STREETS = 4;

/** A measure at a time of the week, or, without `day`, one that has no hours. */
export const boardStopSchema = z.object({
  measureId: idSchema,
  actionId: idSchema,
  type: codeSchema,
  street: placedStreetSchema,
  stretch: stretchNumberSchema,
  minutes: z.number().int(),
  timesPerWeek: z.number().int(),
  officerId: idSchema.nullable(),
  /** A partner does it, together with the officer where one is named. */
  partnerId: idSchema.nullable(),
  at: z
    .object({
      window: z.number().int(),
      day: daySchema,
      /** Minutes since midnight; `to` is over 1440 when it goes on after midnight. */
      from: z.number().int(),
      to: z.number().int(),
    })
    .nullable(),
});
export type BoardStop = z.infer<typeof boardStopSchema>;

const actionRefSchema = actionSchema.pick({ id: true, dossierId: true, title: true });
const conflictSideSchema = z.object({
  measureId: idSchema,
  action: actionRefSchema,
  type: codeSchema,
  street: placedStreetSchema,
  stretch: stretchNumberSchema,
});
export const boardConflictSchema = z.object({
  officerId: idSchema,
  day: daySchema,
  from: z.number().int(),
  to: z.number().int(),
  fits: z.boolean(),
  first: conflictSideSchema,
  second: conflictSideSchema,
});
export type BoardConflict = z.infer<typeof boardConflictSchema>;

/** What waits too long. A promise says its street and day, and not its text, which names people. */
export const lateItemSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(LATENESS_KINDS),
    action: actionRefSchema,
    dueOn: daySchema,
    ownerId: idSchema,
  }),
  z.object({
    kind: z.literal('promise'),
    id: idSchema,
    contactId: idSchema,
    street: placedStreetSchema,
    dueOn: daySchema,
    ownerId: idSchema,
  }),
  /** What a partner, or the team for a partner, was to do: by their name and the action, without its text. */
  z.object({
    kind: z.literal('deal'),
    id: idSchema,
    side: z.enum(DEAL_SIDES),
    partnerName: z.string(),
    action: actionRefSchema,
    dueOn: daySchema,
  }),
  /** The assessment of a dossier, by its title. */
  z.object({
    kind: z.literal('assessment'),
    dossierId: idSchema,
    title: z.string(),
    dueOn: daySchema,
  }),
  /** A step on the ladder of means of a dossier, by its title and the action that it is for. */
  z.object({
    kind: z.enum(STEP_WAITS),
    id: idSchema,
    dossierId: idSchema,
    title: z.string(),
    /** Null for a step of the whole dossier. */
    action: actionRefSchema.nullable(),
  }),
]);
export type LateItem = z.infer<typeof lateItemSchema>;

export const boardSchema = z.object({
  week: periodSchema,
  /** The chosen week and those after it. */
  weeks: z.array(periodSchema),
  /** How many actions of the filter stand in each state, whatever states are shown. */
  counts: z.partialRecord(z.enum(ACTION_STATES), z.number().int()),
  /** Those of the view, in its order; `more` of it are not shown. */
  cards: z.array(boardCardSchema),
  more: z.number().int(),
  /** Of the view of the week: by day and hour, those without hours last. */
  stops: z.array(boardStopSchema),
  moreStops: z.number().int(),
  /** Of the map: where measures are, and how many actions are there. */
  segments: z.array(
    z.object({
      id: idSchema,
      streetId: idSchema,
      line: z.array(positionSchema),
      state: z.enum(ACTION_STATES),
      actions: z.number().int(),
    }),
  ),
  late: z.array(
    z.object({
      kind: z.enum(LATE_KINDS),
      total: z.number().int(),
      /** The longest overdue first. */
      items: z.array(lateItemSchema),
    }),
  ),
  load: z.object({
    /** By who does it, null for nobody yet; of an officer who does not lead only their own. */
    officers: z.array(z.object({ id: idSchema.nullable(), minutes: z.array(z.number().int()) })),
    neighbourhoods: z.array(
      namesSchema.extend({ id: idSchema.nullable(), minutes: z.array(z.number().int()) }),
    ),
  }),
  /** In the chosen week. */
  conflicts: z.array(boardConflictSchema),
  hasMoreConflicts: z.boolean(),
  /** Where there are actions, to choose from. */
  neighbourhoods: z.array(namesSchema.extend({ id: idSchema })),
});
export type Board = z.infer<typeof boardSchema>;

const byDays = actionSchema.pick({ startsOn: true, endsOn: true });
const word = z.string().max(200);

/** A calendar of what the board shows; its few words are in the language of the page. */
export const calendarRequestSchema = z.object({
  filter: boardFilterSchema,
  language: z.enum(LANGUAGES),
  recipient: z.string().trim().max(LONGEST_RECIPIENT),
  words: z.object({
    fileName: z
      .string()
      .regex(/^[\p{Letter}\p{Number} _-]+$/u)
      .max(60),
    calendarName: word,
    /** What an entry over all days of an action is called. */
    states: z.record(z.enum(ACTION_STATES), word),
  }),
});
export type CalendarRequest = z.infer<typeof calendarRequestSchema>;

/**
 * The district board. Moving throws NOT_FOUND; NOT_NOW (already-closed, not-a-leader); INVALID_FIELD with why the
 * plan stays as it is (`ReplanRefusal`).
 */
export const boardContract = {
  read: operation.input(boardQuestionSchema).output(boardSchema),
  /** Gives an action other days. */
  moveAction: operation.input(byDays.extend({ id: idSchema })).output(actionSchema),
  /** Moves one day of one window of a measure, in every week; `before` is the way back. */
  moveWindow: operation
    .input(
      z.object({
        measureId: idSchema,
        window: z.number().int().min(0),
        day: z.number().int().min(1).max(7),
        toDay: z.number().int().min(1).max(7),
        toFrom: z.number().int().min(0).max(1_439),
      }),
    )
    .output(z.object({ measure: measureSchema, before: measureSchema.shape.windows })),
  /**
   * Writes an iCalendar file, ready to be read as a download, and keeps that it left the desk. It holds streets
   * and kinds of measures, and nothing that somebody typed. STORAGE_FULL.
   */
  exportCalendar: operation.input(calendarRequestSchema).output(
    z.object({
      downloadId: idSchema,
      fileName: z.string(),
      /** Bytes. */
      size: z.number().int(),
      entries: z.number().int(),
    }),
  ),
};
