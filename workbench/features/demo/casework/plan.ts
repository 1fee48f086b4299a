import type { ActionState } from '#shared/domain/actions/action.ts';
import type { CheersQuestion, DossierState } from '#shared/domain/actions/dossier.ts';
import type { MeansStep } from '#shared/domain/actions/means.ts';
import type { AFFECTED, Means, Verdict } from '#shared/domain/actions/vocabulary.ts';
import type { StarterChannel, StarterProblem } from '#shared/domain/contacts/code-lists.ts';

/** Days from today: before it is negative. */
type DaysFromToday = number;

/** Whose neighbourhood it is, the colleague who stands in, or the team lead. */
export type Who = 'own' | 'beside' | 'lead';

/** Days of the week (1 is Monday) and minutes since midnight. */
export interface Window {
  readonly days: number[];
  readonly from: number;
  readonly to: number;
}

/** One problem of the demo town, in the street of a neighbourhood where it is told most. */
export interface DossierPlan {
  /** Code of the neighbourhood. */
  readonly quarter: string;
  readonly problem: StarterProblem;
  /** The name of the street follows. */
  readonly title: string;
  readonly openedBy?: Who;
  readonly opened: DaysFromToday;
  /** At most so many pieces of the street. */
  readonly pieces: number;
  readonly windows: Window[];
  readonly affected: (typeof AFFECTED)[number][];
  readonly cheers: Partial<Record<CheersQuestion, string>>;
  readonly scanning: string;
  readonly analysis: string;
  readonly assessment: string;
  readonly state: DossierState;
  readonly steps?: readonly StepPlan[];
  readonly actions: readonly ActionPlan[];
}

export interface StepPlan extends Pick<MeansStep, 'kind' | 'note'> {
  readonly means: Means;
  readonly on: DaysFromToday;
  readonly by?: Who;
  readonly decidedBy?: Who;
  readonly legalGround?: string;
  readonly necessity?: string;
  readonly proportionality?: string;
  readonly urgent?: boolean;
  /** The second pair of eyes. */
  readonly seenBy?: Who;
  /** Title of the action that it belongs to; the whole dossier without one. */
  readonly action?: string;
}

export interface ActionPlan {
  readonly title: string;
  readonly aim: string;
  /** The program counts; or the officers do, who counted so many. */
  readonly sign: { readonly what: string } & (
    | { readonly counted: 'facts' | 'contacts' }
    | {
        readonly counted: 'by-hand';
        readonly better: 'lower' | 'higher';
        readonly baseline: number;
      }
  );
  readonly priority: string | null;
  readonly proposedBy: Who;
  readonly proposed: DaysFromToday;
  /** Who takes it on after somebody else proposed it. */
  readonly adoptedBy?: Who;
  readonly cover?: Who;
  readonly days: readonly [first: DaysFromToday, last: DaysFromToday];
  readonly until: ActionState;
  readonly answer?: string;
  readonly measures: readonly MeasurePlan[];
  readonly deals?: readonly DealPlan[];
  readonly ending?: EndingPlan;
  /** Title of the action that it was adapted from, and what differs here. */
  readonly adapts?: { readonly title: string; readonly differs: string };
  /**
   * Facts of the problem on these pieces: in each of the two periods before it began that lasted as long as it ran, and
   * while it ran.
   */
  readonly facts?: { readonly before: number; readonly after: number };
}

export interface MeasurePlan {
  readonly type: string;
  readonly rung: Means;
  readonly minutes: number;
  readonly timesPerWeek: number;
  readonly window: Window;
  /** Somebody of the team, nobody yet, or the name of a partner. */
  readonly who: Who | 'nobody' | { readonly partner: string };
  readonly note?: string;
  /** On the first piece alone; else on each. */
  readonly firstPieceOnly?: boolean;
  /** Of the planned stops so many are done, 0 to 1. */
  readonly done?: number;
}

export interface DealPlan {
  readonly partner: string;
  readonly theyDo: string;
  readonly theyWho: string;
  readonly theyDue: DaysFromToday;
  readonly theyDone: DaysFromToday | null;
  readonly weDo: string;
  readonly weDue: DaysFromToday;
  readonly weDone: DaysFromToday | null;
}

export interface EndingPlan {
  readonly on: DaysFromToday;
  /** `cannot-tell` where what was counted does not allow it: then without a lesson. */
  readonly verdict: Verdict;
  readonly note: string;
  /** Of a sign that is counted by hand. */
  readonly after?: number;
  readonly channel: StarterChannel;
  readonly told: string;
  readonly lesson?: { readonly learned: string; readonly conditions: string };
}

/** A window from hours of the day. */
export function window(days: number[], from: number, to: number): Window {
  return { days, from: Math.round(from * 60), to: Math.round(to * 60) };
}

export const WORKDAYS = [1, 2, 3, 4, 5];
