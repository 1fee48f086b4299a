import { emptyAction } from '#shared/domain/actions/action.ts';
import { addDays, dayOf } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { pick, randomBytes, seededRandom } from '#shared/lib/random.ts';

import type { OpenFile } from '../../workbench/context.ts';
import * as actions from '../../workbench/features/actions/index.ts';
import { dossierForm } from './casework.ts';

const GOALS = ['traffic-safety', 'nuisance', 'theft-burglary', null] as const;
const TASKS = ['presence', 'school-surroundings', 'speed-check', 'prevention-advice'] as const;
const PROBLEMS = ['unadapted-speed', 'noise-by-neighbours'] as const;
/** How many days ago every action began, and in how many it ends. */
const BEGAN = 21;
const ENDS = 21;

/**
 * Opens a dossier with an action in so many streets, those with the most contacts first. Of six actions four run,
 * one is only proposed and one is closed; each that runs has two measures and some stops. Goals take turns, and
 * every fourth action has none.
 */
export async function plantCasework(
  file: OpenFile,
  { seed, streets }: { readonly seed: number; readonly streets: number },
): Promise<void> {
  const { store } = file;
  const random = seededRandom(seed);
  const now = Date.parse(store.clock.now());
  const today = dayOf(store.clock.now());
  const newId = (): Id => makeId(now, randomBytes(random, 16));
  const busiest = await store.read
    .selectFrom('contact')
    .innerJoin('segment', 'segment.street_id', 'contact.street_id')
    .select(({ fn }) => [
      'contact.street_id as streetId',
      fn.min<string>('segment.id').as('segmentId'),
      fn.countAll<number>().as('count'),
    ])
    .where('segment.valid_to', '>', today)
    .groupBy('contact.street_id')
    .orderBy('count', 'desc')
    .orderBy('contact.street_id')
    .limit(streets)
    .execute();
  for (const [index, { streetId, segmentId }] of busiest.entries()) {
    const contacts = await store.read
      .selectFrom('contact')
      .select('id')
      .where('street_id', '=', streetId)
      .where('withdrawn', '=', 0)
      .where('neighbourhood_id', '=', ({ selectFrom }) =>
        selectFrom('segment')
          .select('segment.neighbourhood_id')
          .where('segment.id', '=', segmentId),
      )
      .orderBy('row_id', 'desc')
      .limit(1 + (index % 5))
      .execute();
    const dossierId = newId();
    const problem = pick(random, PROBLEMS);
    const form = dossierForm([segmentId], {
      title: `Dossier ${index + 1}`,
      problem,
      contacts: contacts.map(({ id }) => id),
    });
    await actions.openDossier(file, { id: dossierId, form });
    const id = newId();
    await actions.proposeAction(file, {
      id,
      dossierId,
      form: {
        ...emptyAction(`Rustiger straat ${index + 1}`, store.identity.officerId),
        aim: 'Kinderen steken veilig over, en ’s avonds kan iedereen slapen',
        sign: {
          what: 'meldingen',
          counted: 'by-hand',
          better: 'lower',
          baseline: 20,
          from: addDays(today, -90),
          to: addDays(today, -30),
        },
        startsOn: addDays(today, -BEGAN),
        endsOn: addDays(today, ENDS),
        priority: GOALS[index % GOALS.length] ?? null,
      },
    });
    if (index % 6 === 4) continue;
    await run(id, segmentId, streetId, index);
  }

  async function run(id: Id, segmentId: Id, streetId: Id, index: number): Promise<void> {
    for (const [number, from] of [7 * 60 + 30, 15 * 60].entries()) {
      const measureId = newId();
      await actions.planMeasure(file, {
        id: measureId,
        fields: {
          actionId: id,
          segmentId,
          streetId,
          type: TASKS[(index + number) % TASKS.length] ?? 'presence',
          rung: 'information',
          minutes: 15,
          timesPerWeek: 3,
          windows: [{ days: [1, 2, 3, 4, 5, 6, 7], from: from + (index % 8) * 30, to: from + 360 }],
          officerId: number === 0 ? store.identity.officerId : null,
          partnerId: null,
          note: '',
        },
      });
      if (number > 0) continue;
      await actions.answerAction(file, null, { id, approve: true, reason: '' });
      await actions.startAction(file, { id });
      for (let stop = 0; stop < index % 7; stop += 1) {
        await actions.confirmDelivery(file, {
          id: newId(),
          measureId,
          day: addDays(today, -stop * 3),
          minutes: 15,
        });
      }
    }
    if (index % 6 !== 5) return;
    await actions.closeAction(file, {
      id,
      verdict: 'not-really-tried',
      verdictNote: '',
      signAfter: null,
      feedback: { on: today, channel: 'at-home', text: 'Verteld wat er kwam' },
      lesson: null,
    });
  }
}
