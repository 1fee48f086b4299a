import type { DoseAnswer, PlannedAction } from '#shared/contract/actions.ts';
import { type Action, missingToStart } from '#shared/domain/actions/action.ts';
import type { Deal } from '#shared/domain/actions/deal.ts';
import {
  type Dose,
  doseOfAction,
  dosePerSegment,
  dosesDue,
  doseStanding,
  sumOfDoses,
} from '#shared/domain/actions/dose.ts';
import { lacksEyes, ladderStanding, type MeansStep } from '#shared/domain/actions/means.ts';
import type { Delivery, Measure } from '#shared/domain/actions/measure.ts';
import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

/** What hangs on an action. */
export interface Parts {
  readonly measures: readonly Measure[];
  readonly deliveries: readonly Delivery[];
  readonly deals: readonly Deal[];
  readonly steps: readonly MeansStep[];
}

/** An action with its measures, doses and what it lacks. */
export function planOf(action: Action, parts: Parts, today: Day): PlannedAction {
  const measures = parts.measures.filter(({ removed }) => !removed);
  const { perMeasure: doses, whole, owed, share } = doseOfAction(action, parts, today);
  const soFar = dosesDue(action, parts, today);
  return {
    ...action,
    measures: measures.map((measure) => ({
      ...measure,
      dose: answerOf(doses.get(measure.id), soFar.get(measure.id)),
    })),
    removed: parts.measures.filter(({ removed }) => removed),
    deliveries: [...parts.deliveries].sort(
      (one, other) => other.day.localeCompare(one.day) || other.id.localeCompare(one.id),
    ),
    deals: parts.deals.filter(({ withdrawn }) => !withdrawn),
    dose: answerOf(whole, sumOfDoses(soFar.values())),
    stretches: stretchesOf(
      dosePerSegment(parts.measures, doses),
      dosePerSegment(parts.measures, soFar),
    ),
    owed,
    share,
    missing: [
      ...(action.state === 'proposed' || action.state === 'approved'
        ? missingToStart(action, {
            measures: measures.length,
            offLadder: measures.filter(({ rung }) => ladderStanding(rung, parts.steps) === 'off')
              .length,
            unconfirmed: parts.steps.filter(lacksEyes).length,
            today,
          })
        : []),
    ],
  };
}

function stretchesOf(
  whole: ReadonlyMap<Id, Dose>,
  soFar: ReadonlyMap<Id, Dose>,
): PlannedAction['stretches'] {
  return [...whole].map(([segmentId, dose]) => {
    const due = soFar.get(segmentId);
    return { segmentId, ...answerOf(dose, due), standing: due ? doseStanding(due) : 'nothing' };
  });
}

function answerOf(whole: Dose | undefined, soFar: Dose | undefined): DoseAnswer {
  return {
    planned: whole?.planned ?? 0,
    plannedSoFar: soFar?.planned ?? 0,
    delivered: whole?.delivered ?? 0,
    counted: whole?.counted ?? 0,
    stops: whole?.stops ?? 0,
  };
}
