import type { Id } from '../../lib/ids.ts';
import type { ActionState } from './action.ts';
import type { Verdict } from './vocabulary.ts';

/** What a goal's figures are made of, of each action. */
export interface ThreadedAction {
  readonly goal: string | null;
  readonly state: ActionState;
  readonly verdict: Verdict | null;
  /** Minutes of the whole plan, of the plan until today, delivered, and delivered up to the plan. */
  readonly planned: number;
  readonly plannedSoFar: number;
  readonly delivered: number;
  readonly counted: number;
  /** Contacts that its dossier names. */
  readonly contacts: readonly Id[];
}

export interface ThreadFigures {
  readonly actions: number;
  /** Of these: that began, which is what minutes are counted of. */
  readonly begun: number;
  readonly closed: number;
  readonly planned: number;
  readonly plannedSoFar: number;
  readonly delivered: number;
  readonly counted: number;
  /** Each contact once, also where several actions rest on it. */
  readonly contacts: number;
  /** Of these: not on this desk, since its officer may not see them or they did not arrive. */
  readonly contactsElsewhere: number;
  readonly verdicts: Readonly<Partial<Record<Verdict, number>>>;
}

/** Only what began is owed: a proposal or a refused action has no dose to deliver. */
export function hasBegun({ state }: Pick<ThreadedAction, 'state'>): boolean {
  return state === 'active' || state === 'closed';
}

/** The figures of these actions together. @param isHere whether a contact is on this desk. */
export function figuresOf(
  actions: readonly ThreadedAction[],
  isHere: (contact: Id) => boolean,
): ThreadFigures {
  const begun = actions.filter(hasBegun);
  const sum = (of: (action: ThreadedAction) => number): number =>
    begun.reduce((total, action) => total + of(action), 0);
  const contacts = [...new Set(actions.flatMap((action) => action.contacts))];
  const verdicts: Partial<Record<Verdict, number>> = {};
  for (const { verdict } of actions) {
    if (verdict !== null) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  }
  return {
    actions: actions.length,
    begun: begun.length,
    closed: begun.filter(({ state }) => state === 'closed').length,
    planned: sum(({ planned }) => planned),
    plannedSoFar: sum(({ plannedSoFar }) => plannedSoFar),
    delivered: sum(({ delivered }) => delivered),
    counted: sum(({ counted }) => counted),
    contacts: contacts.length,
    contactsElsewhere: contacts.filter((contact) => !isHere(contact)).length,
    verdicts,
  };
}

/**
 * Actions by goal: the goals in their order, also those without an action; then goals that the zone's list does
 * not hold any more; last the actions without a goal, where there are any.
 */
export function byGoal<Action extends Pick<ThreadedAction, 'goal'>>(
  actions: readonly Action[],
  goals: readonly string[],
): readonly { readonly goal: string | null; readonly actions: readonly Action[] }[] {
  const used = new Set(actions.map(({ goal }) => goal));
  const former = [...used]
    .filter((goal): goal is string => goal !== null && !goals.includes(goal))
    .sort();
  const order = [...new Set(goals), ...former, ...(used.has(null) ? [null] : [])];
  return order.map((goal) => ({ goal, actions: actions.filter((one) => one.goal === goal) }));
}
