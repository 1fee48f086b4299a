import type { Insertable } from 'kysely';

import { type ActionFields, type ActionState, AS_PROPOSED } from '#shared/domain/actions/action.ts';
import type { Casework } from '#shared/domain/actions/casework-rules.ts';
import type { Dossier } from '#shared/domain/actions/dossier.ts';
import type { MeasureFields } from '#shared/domain/actions/measure.ts';
import { VERDICTS } from '#shared/domain/actions/vocabulary.ts';
import { addDays, type Day } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { pick, type Random, randomBytes } from '#shared/lib/random.ts';

import type { Schema } from '../../../workbench/store/schema.ts';
import { dossierForm } from '../../factories/casework.ts';
import { dealsOf, stopsOf } from './action-parts.ts';

interface CaseworkRow extends Insertable<Schema['casework']> {
  readonly id: Id;
  readonly entity: Casework;
  /** The stretches that it is found by. */
  readonly segmentIds: readonly Id[];
}

/** A stretch of a street that something is planned on. */
interface ActionPlace {
  readonly segmentId: Id;
  readonly streetId: Id;
  readonly neighbourhoodId: Id | null;
}

export interface ActionOptions {
  readonly count: number;
  readonly places: readonly ActionPlace[];
  readonly officers: readonly Id[];
  readonly partners: readonly Id[];
  readonly today: Day;
  readonly random: Random;
}

/** How many of a hundred actions stand in each state after some years of work. */
const SHARES = { proposed: 6, approved: 6, active: 18, closed: 62, refused: 8 } as const;
const STATES = (Object.keys(SHARES) as (keyof typeof SHARES)[]).flatMap((state) =>
  Array.from({ length: SHARES[state] }, (): ActionState => state),
);
const TYPES = ['presence', 'residence-check', 'burglary-revisit'] as const;
const ACTIONS_PER_DOSSIER = 2.5;
const AT = '2026-01-05T08:00:00.000Z';

/**
 * Dossiers with so many actions on these places, as they lie in an officer's file: those that ended over three years
 * before `today`, the others around it. Three measures each on average, of what has begun the stops that were made, and
 * of two actions in five a deal.
 */
export function* generateActions(options: ActionOptions): Generator<CaseworkRow, void, void> {
  const { count, places, officers, partners, today, random } = options;
  const newId = (): Id => makeId(Date.parse(AT), randomBytes(random, 16));
  let dossier: { readonly id: Id; readonly place: ActionPlace } | undefined;
  for (let made = 0; made < count; made += 1) {
    if (!dossier || random() < 1 / ACTIONS_PER_DOSSIER) {
      dossier = { id: newId(), place: pick(random, places) };
      const about = dossierOf(made, dossier.place, pick(random, officers));
      yield row('dossier', dossier.id, dossier.id, '', about, about.segments);
    }
    const action = { id: newId(), fields: actionOf(made, dossier.id, { officers, today, random }) };
    yield row('action', action.id, dossier.id, action.id, action.fields);
    const measures = 1 + Math.floor(random() * 5);
    for (let measure = 0; measure < measures; measure += 1) {
      const id = newId();
      const fields = measureOf(dossier, action.id, { officers, partners, random });
      yield row('measure', id, dossier.id, action.id, fields, [fields.segmentId]);
      for (const stop of stopsOf(action.fields, { ...fields, id }, { today, random })) {
        yield row('delivery', newId(), dossier.id, action.id, stop);
      }
    }
    for (const deal of dealsOf(action, { officers, partners, today, random })) {
      yield row('deal', newId(), dossier.id, action.id, deal);
    }
  }
}

function dossierOf(
  number: number,
  { segmentId, neighbourhoodId }: ActionPlace,
  authorId: Id,
): Omit<Dossier, 'id'> {
  return {
    ...dossierForm([segmentId], { title: `Probleem ${number}`, state: 'response' }),
    neighbourhoodId,
    authorId,
    openedAt: AT,
  };
}

function measureOf(
  dossier: { readonly id: Id; readonly place: ActionPlace },
  actionId: Id,
  { officers, partners, random }: Pick<ActionOptions, 'officers' | 'partners' | 'random'>,
): MeasureFields {
  return {
    dossierId: dossier.id,
    actionId,
    segmentId: dossier.place.segmentId,
    streetId: dossier.place.streetId,
    type: pick(random, TYPES),
    rung: 'information',
    minutes: pick(random, [10, 15, 20, 30]),
    timesPerWeek: 1 + Math.floor(random() * 3),
    windows: windowsOf(random),
    officerId: random() < 0.15 ? null : pick(random, officers),
    partnerId: random() < 0.1 ? pick(random, partners) : null,
    note: 'Aan het kruispunt, langs de kant van de school',
    removed: random() < 0.05,
    since: null,
    removedOn: null,
  };
}

function actionOf(
  number: number,
  dossierId: Id,
  { officers, today, random }: Pick<ActionOptions, 'officers' | 'today' | 'random'>,
): ActionFields {
  const state = pick(random, STATES);
  const isOver = state === 'closed' || state === 'refused';
  const ahead = { proposed: 30, approved: 20, active: -40, closed: -60, refused: -60 }[state];
  const spread = isOver ? -Math.floor(random() * 1_000) : Math.floor(random() * 40) - 10;
  const startsOn = addDays(today, ahead + spread);
  const endsOn = addDays(startsOn, 28 + Math.floor(random() * 56));
  return {
    ...AS_PROPOSED,
    dossierId,
    proposedBy: pick(random, officers),
    proposedAt: AT,
    answerBy: addDays(today, Math.floor(random() * 28) - 14),
    basedOn: null,
    credits: [],
    refusals: [],
    leftOut: [],
    differs: '',
    title: `Actie ${number} in de straat`,
    aim: 'Kinderen steken veilig over, ook wie later vertrekt',
    sign: {
      what: 'auto’s boven 50 per uur',
      counted: 'by-hand',
      better: 'lower',
      baseline: Math.floor(random() * 100),
      from: addDays(startsOn, -40),
      to: addDays(startsOn, -10),
    },
    startsOn,
    endsOn,
    priority: null,
    ownerId: pick(random, officers),
    coverId: random() < 0.5 ? pick(random, officers) : null,
    state,
    ...(state === 'active' || state === 'closed' ? { startedAt: `${startsOn}T07:00:00.000Z` } : {}),
    ...(state === 'closed' ? { ...closingOf(endsOn < today ? endsOn : today, random) } : {}),
  };
}

/** What is written down when an action ends. */
function closingOf(day: Day, random: Random): Partial<ActionFields> {
  return {
    closedAt: `${day}T15:00:00.000Z`,
    verdict: pick(random, VERDICTS),
    doseShare: Math.floor(random() * 1_000) / 1_000,
    signAfter: Math.floor(random() * 100),
    learned: 'Kort na schooltijd staan werkt beter dan ervoor',
  };
}

/** One or two windows on some weekdays, at whole quarters. */
function windowsOf(random: Random): MeasureFields['windows'] {
  return Array.from({ length: 1 + Math.floor(random() * 2) }, () => {
    const from = 420 + 15 * Math.floor(random() * 56);
    const days = [1, 2, 3, 4, 5].filter(() => random() < 0.5);
    return { days: days.length === 0 ? [6] : days, from, to: from + 60 };
  });
}

function row(
  entity: CaseworkRow['entity'],
  id: Id,
  dossierId: Id,
  actionId: Id,
  fields: object,
  segmentIds: readonly Id[] = [],
): CaseworkRow {
  const text = (name: string): string => {
    const value: unknown = Object.entries(fields).find(([key]) => key === name)?.[1];
    return typeof value === 'string' ? value : '';
  };
  return {
    entity,
    id,
    dossier_id: dossierId,
    action_id: actionId,
    neighbourhood_id: text('neighbourhoodId'),
    state: text('state'),
    fields: JSON.stringify(fields),
    version: 1,
    segmentIds,
  };
}
