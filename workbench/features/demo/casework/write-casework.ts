import { addDays, type Day } from '#shared/lib/dates.ts';
import { seededRandom } from '#shared/lib/random.ts';

import type { OpenFile } from '../../../context.ts';
import type { WriteHandle } from '../../../store/handles.ts';
import { DEMO_LEAD, type DemoPeople } from '../people.ts';
import { teamAt } from '../team.ts';
import type { DemoTown } from '../town.ts';
import type { DemoYear } from '../year.ts';
import { type ActionAtWork, AtWork, type DossierAtWork } from './at-work.ts';
import { DOSSIERS_BEYOND_THE_RING } from './dossiers-beyond-ring.ts';
import { DOSSIERS_OF_THE_OLD_TOWN } from './dossiers-old-town.ts';
import { DOSSIERS_OF_THE_OTHER_BANK } from './dossiers-other-bank.ts';
import { DOSSIERS_OF_THE_STATION } from './dossiers-station.ts';
import { DOSSIERS_WITHIN_THE_RING } from './dossiers-within-ring.ts';
import { makeFactTables } from './facts.ts';
import { placeDossiers } from './places.ts';
import type { DossierPlan } from './plan.ts';
import {
  adaptActions,
  answerActions,
  makeDeals,
  planMeasures,
  proposeActions,
  startActions,
} from './write-actions.ts';
import { noteSteps, openDossiers, workOutDossiers } from './write-dossiers.ts';
import { factsOfActions, importTables, layDownTables } from './write-facts.ts';
import { closeActions, confirmDeliveries } from './write-results.ts';

const PLANS: readonly DossierPlan[] = [
  ...DOSSIERS_OF_THE_OLD_TOWN,
  ...DOSSIERS_OF_THE_OTHER_BANK,
  ...DOSSIERS_OF_THE_STATION,
  ...DOSSIERS_WITHIN_THE_RING,
  ...DOSSIERS_BEYOND_THE_RING,
];
/** The last day of recorded facts, and the day on which they were imported, from today. */
const LAST_FACTS = -2;
const IMPORTED = -1;

/**
 * Facts, dossiers and actions of the demo year, as its team would have entered them: by the use cases of the product,
 * each by who did it and when. One kind of change after the other and not day by day, so that a centre takes
 * them in few pushes.
 */
export async function writeCasework(
  file: Pick<OpenFile, 'store' | 'officerName'>,
  handle: WriteHandle,
  { town, people, year }: { town: DemoTown; people: DemoPeople; year: DemoYear },
  { seed, today }: { readonly seed: number; readonly today: Day },
): Promise<void> {
  const random = seededRandom(seed);
  const located = placeDossiers(PLANS, town, year);
  const day = (fromToday: number): Day => addDays(today, fromToday);
  const tables = makeFactTables(town, factsOfActions({ day }, located), random, day(LAST_FACTS));
  const onDisk = await layDownTables(tables);
  try {
    const team = teamAt(file, handle, random, onDisk.get);
    const work = new AtWork(team, people, random, today);
    await importTables(team(DEMO_LEAD.officerId, work.moment(IMPORTED, 540)), tables);
    await writeDossiers(work, located);
  } finally {
    await onDisk.remove();
  }
}

async function writeDossiers(
  work: AtWork,
  located: readonly Pick<DossierAtWork, 'plan' | 'place'>[],
): Promise<void> {
  const dossiers = located.map(({ plan, place }): DossierAtWork => {
    const dossier = { id: work.newId(work.moment(plan.opened, 600)), plan, place };
    const actions = plan.actions.map((action): ActionAtWork => ({
      id: work.newId(work.moment(action.proposed, 600)),
      plan: action,
      dossier,
    }));
    return { ...dossier, actions };
  });
  const actions = dossiers.flatMap((dossier) => dossier.actions);
  await openDossiers(work, dossiers);
  await proposeActions(work, actions);
  const measures = await planMeasures(work, actions);
  await adaptActions(work, actions);
  await noteSteps(work, dossiers);
  await answerActions(work, actions);
  await startActions(work, actions);
  await makeDeals(work, actions);
  await confirmDeliveries(work, measures);
  await closeActions(work, actions);
  await workOutDossiers(work, dossiers);
}
