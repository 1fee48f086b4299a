import type { ActionFields } from '#shared/domain/actions/action.ts';
import { type DealFields, DEFAULT_FIELDS_OUT } from '#shared/domain/actions/deal.ts';
import type { Delivery, Measure } from '#shared/domain/actions/measure.ts';
import { addDays, type Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';
import { pick, type Random } from '#shared/lib/random.ts';

/** Of what was planned so much is done: some days somebody is ill, or has to go elsewhere. */
const DONE = 0.7;
/** One stop in forty was confirmed by mistake and withdrawn. */
const WITHDRAWN = 1 / 40;
const WITH_DEAL = 0.4;
const WITH_ANOTHER = 0.25;

interface Now {
  readonly today: Day;
  readonly random: Random;
}

/** The stops that were made of a measure, from the day on which its action began until it ended, or until today. */
export function* stopsOf(
  { startsOn, endsOn, startedAt }: ActionFields,
  measure: Measure,
  { today, random }: Now,
): Generator<Omit<Delivery, 'id'>, void, void> {
  if (startedAt === null || startsOn === null || endsOn === null) return;
  const { id: measureId, dossierId, actionId, segmentId, timesPerWeek, minutes } = measure;
  for (let day = startsOn; day <= endsOn && day <= today; day = addDays(day, 1)) {
    if (random() >= (DONE * timesPerWeek) / 7) continue;
    const took = Math.max(5, minutes + 5 * Math.floor(random() * 3 - 1));
    const withdrawn = random() < WITHDRAWN;
    yield { dossierId, actionId, measureId, segmentId, day, minutes: took, withdrawn };
  }
}

/** What was agreed with partners for an action: on most with none, on some with two. */
export function* dealsOf(
  { id: actionId, fields }: { readonly id: Id; readonly fields: ActionFields },
  parts: Now & { readonly officers: readonly Id[]; readonly partners: readonly Id[] },
): Generator<DealFields, void, void> {
  const { today, random, officers, partners } = parts;
  const deals = random() >= WITH_DEAL ? 0 : random() < WITH_ANOTHER ? 2 : 1;
  const madeOn = fields.startsOn ?? today;
  const theyDueOn = addDays(madeOn, 14);
  const weDueOn = addDays(madeOn, 21);
  const doneBy = (due: Day): Day | null => {
    const day = addDays(due, Math.floor(random() * 10) - 5);
    return day < today && random() < 0.8 ? day : null;
  };
  for (let deal = 0; deal < deals; deal += 1) {
    yield {
      dossierId: fields.dossierId,
      actionId,
      partnerId: pick(random, partners),
      authorId: pick(random, officers),
      ground: '',
      fieldsOut: [...DEFAULT_FIELDS_OUT],
      parties: [],
      theyDo: 'De struiken aan de ingang snoeien',
      theyWho: '',
      theyDueOn,
      theyDoneOn: doneBy(theyDueOn),
      weDo: 'Twee keer per week langskomen rond het einde van de lessen',
      weWhoId: pick(random, officers),
      weDueOn,
      weDoneOn: doneBy(weDueOn),
      withdrawn: random() < 0.05,
      madeOn,
    };
  }
}
