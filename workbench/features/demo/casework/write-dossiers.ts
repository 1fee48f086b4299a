import { CHEERS } from '#shared/domain/actions/dossier.ts';
import { tasksOfProblem } from '#shared/domain/actions/problem-tasks.ts';
import { addDays, dayInterval } from '#shared/lib/dates.ts';

import type { OpenFile } from '../../../context.ts';
import {
  changeDossier,
  confirmStep,
  linkFacts,
  noteStep,
  openDossier,
} from '../../actions/index.ts';
import { listFacts } from '../../facts/index.ts';
import type { AtWork, DossierAtWork } from './at-work.ts';

/** Days of contacts and facts that are looked at when a dossier is opened. */
const LOOKED_BACK = 240;
const MOST_CONTACTS = 14;
const MOST_FACTS = 12;

/** Opens dossiers as they were scanned, with the contacts that led to them. */
export async function openDossiers(
  work: AtWork,
  dossiers: readonly DossierAtWork[],
): Promise<void> {
  for (const dossier of dossiers) {
    const { plan, place } = dossier;
    const cheers = Object.fromEntries(
      CHEERS.map((question) => [question, plan.cheers[question] ?? '']),
    );
    await openDossier(work.desk(plan.openedBy ?? 'own', dossier, plan.opened), {
      id: dossier.id,
      form: {
        title: `${plan.title}, ${place.streetName}`,
        problem: plan.problem,
        factKinds: null,
        reviewOn: null,
        segments: place.segments.map(({ id }) => id),
        windows: plan.windows,
        affected: plan.affected,
        ...(cheers as Record<(typeof CHEERS)[number], string>),
        scanning: plan.scanning,
        analysis: '',
        assessment: '',
        contacts: contactsUntil(work, dossier, plan.opened),
        facts: [],
        state: 'scanning',
      },
    });
  }
}

/** The newest contacts about it, up to that day. */
function contactsUntil(work: AtWork, { plan, place }: DossierAtWork, fromToday: number) {
  const [from] = dayInterval(work.day(plan.opened - LOOKED_BACK));
  const [to] = dayInterval(work.day(fromToday));
  return place.contacts
    .filter(({ loggedAt }) => from <= loggedAt && loggedAt < to)
    .slice(-MOST_CONTACTS)
    .map(({ id }) => id);
}

/** Brings dossiers to where they stand: what was found out, and the contacts and facts since. */
export async function workOutDossiers(
  work: AtWork,
  dossiers: readonly DossierAtWork[],
): Promise<void> {
  for (const dossier of dossiers) {
    const { id, plan } = dossier;
    if (plan.state === 'scanning' && plan.actions.length === 0) continue;
    const { analysis, assessment, state } = plan;
    const file = work.desk(plan.openedBy ?? 'own', dossier, -1, 545);
    const facts = await factsOf(file, work, dossier);
    await changeDossier(file, {
      id,
      changes: { analysis, assessment, state, contacts: contactsUntil(work, dossier, 0) },
    });
    if (facts.length > 0) await linkFacts(file, { id, add: facts, remove: [] });
  }
}

async function factsOf(file: OpenFile, work: AtWork, { plan, place }: DossierAtWork) {
  const kind = tasksOfProblem(plan.problem).factKinds[0];
  if (kind === undefined) return [];
  const { facts } = await listFacts(file, {
    filter: {
      from: addDays(work.today, plan.opened - LOOKED_BACK),
      to: null,
      sourceId: null,
      kind,
      origin: null,
      tie: null,
      streetId: place.streetId,
    },
    after: null,
  });
  const { areaName } = place;
  return facts
    .filter(({ neighbourhoodNameNl }) => neighbourhoodNameNl === areaName)
    .slice(0, MOST_FACTS)
    .map((fact) => fact.id);
}

/** What was tried on the ladder of means, and who else looked at it. */
export async function noteSteps(work: AtWork, dossiers: readonly DossierAtWork[]): Promise<void> {
  for (const dossier of dossiers) {
    const { plan, place, actions } = dossier;
    for (const { by = 'own', on, seenBy, decidedBy, action, ...step } of plan.steps ?? []) {
      const file = work.desk(by, dossier, on);
      const id = work.newId(file.store.clock.now());
      await noteStep(file, {
        id,
        form: {
          legalGround: '',
          necessity: '',
          proportionality: '',
          urgent: false,
          ...step,
          dossierId: dossier.id,
          actionId: actions.find((one) => one.plan.title === action)?.id ?? null,
          decidedBy: decidedBy === undefined ? null : work.officer(decidedBy, place),
        },
      });
      if (seenBy !== undefined) await confirmStep(work.desk(seenBy, dossier, on, 900), { id });
    }
  }
}
