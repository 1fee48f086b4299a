import type { Measure } from '#shared/domain/actions/measure.ts';
import { isoDayOf } from '#shared/domain/board/week.ts';

import { closeAction, confirmDelivery, readVerdicts } from '../../actions/index.ts';
import type { ActionAtWork, AtWork } from './at-work.ts';
import type { MeasurePlan } from './plan.ts';
import type { PlannedMeasure } from './write-actions.ts';

/** Confirms the stops that were done, up to yesterday. */
export async function confirmDeliveries(
  work: AtWork,
  measures: readonly PlannedMeasure[],
): Promise<void> {
  for (const { id: measureId, action, plan } of measures) {
    const { plan: wanted, dossier } = action;
    if (wanted.until !== 'active' && wanted.until !== 'closed') continue;
    const [first, last] = wanted.days;
    const stops = stopsOf(work, plan, { first, last: Math.min(last, -1) });
    const share = plan.done ?? 0;
    for (const [index, day] of stops.entries()) {
      if (Math.floor((index + 1) * share) === Math.floor(index * share)) continue;
      const file = work.desk('own', dossier, day, Math.min(plan.window.to, 1_430));
      await confirmDelivery(file, {
        id: work.newId(file.store.clock.now()),
        measureId,
        day: work.day(day),
        minutes: plan.minutes,
      });
    }
  }
}

/** Days on which a measure was due, from today: on as many days of its window each week as it asks for, in turn. */
function stopsOf(
  work: AtWork,
  { window, timesPerWeek }: Pick<MeasurePlan, 'window'> & Pick<Measure, 'timesPerWeek'>,
  { first, last }: { readonly first: number; readonly last: number },
): readonly number[] {
  const days: number[] = [];
  for (let day = first; day <= last; day += 1) {
    const turn = window.days.indexOf(isoDayOf(work.day(day)));
    if (turn < 0) continue;
    const week = Math.floor((day - first) / 7);
    const place = (turn + week) % window.days.length;
    if (place < timesPerWeek) days.push(day);
  }
  return days;
}

/** Ends actions with the verdict that what was counted allows. */
export async function closeActions(work: AtWork, actions: readonly ActionAtWork[]): Promise<void> {
  for (const { id, plan, dossier } of actions) {
    const { ending } = plan;
    if (ending === undefined) continue;
    const file = work.desk('own', dossier, ending.on, 900);
    const signAfter = ending.after ?? null;
    const { choices } = await readVerdicts(file, { id, signAfter });
    const isPossible = choices.some(
      ({ verdict, possible }) => possible && verdict === ending.verdict,
    );
    await closeAction(file, {
      id,
      verdict: isPossible ? ending.verdict : 'cannot-tell',
      verdictNote: isPossible ? ending.note : '',
      signAfter,
      feedback: { on: work.day(ending.on), channel: ending.channel, text: ending.told },
      lesson:
        ending.lesson === undefined || !isPossible
          ? null
          : { id: work.newId(file.store.clock.now()), ...ending.lesson },
    });
  }
}
