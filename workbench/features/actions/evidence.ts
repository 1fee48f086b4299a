import type { ActionEvidence, ComparedStretch } from '#shared/contract/action-evidence.ts';
import type { PlannedAction } from '#shared/contract/actions.ts';
import { actionSchema } from '#shared/domain/actions/action.ts';
import {
  type ComparedDays,
  comparedDays,
  comparisonStretches,
  type Days,
} from '#shared/domain/actions/comparison-streets.ts';
import { dossierSchema } from '#shared/domain/actions/dossier.ts';
import { kindsOfDossier } from '#shared/domain/actions/dossier-kinds.ts';
import { differencesOf, type KeptEvidence } from '#shared/domain/actions/kept-evidence.ts';
import { deliverySchema, measureSchema } from '#shared/domain/actions/measure.ts';
import { daysReached, type Reach } from '#shared/domain/actions/reach.ts';
import { type Day, dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import type { ReadHandle } from '../../store/handles.ts';
import {
  caseworkInStates,
  caseworkOfActions,
} from '../../store/repositories/casework-repository.ts';
import { heldAreas } from '../../store/repositories/held-areas.ts';
import { type TownPlaces, townPlaces } from '../gaps/index.ts';
import { rowOf, rowsOf } from './change-row.ts';
import { type Counted, countSign, isCountable, type SignQuestion } from './count-sign.ts';
import { breaksOfSign } from './evidence-breaks.ts';
import { coveragesOfKinds } from './kinds-coverage.ts';
import { numbersOf, ownSegments } from './own-stretches.ts';

type CountedStretchRow = KeptEvidence['own'][number];

/**
 * What was counted of the sign of an action from its first day until today, its last day or its end, whichever
 * comes first, and in as many days before: on its own stretches, on comparable ones and on those around; of one that
 * was closed, what was counted then. Null where it has not begun, or the program cannot count its sign.
 */
export async function readEvidence(
  file: OpenFile,
  action: PlannedAction,
): Promise<ActionEvidence | null> {
  const { sign } = action;
  if (action.startedAt === null || sign === null || sign.counted === 'by-hand') return null;
  const { counted, baseline, from, to } = sign;
  const town = await townPlaces(file.store);
  const evidence =
    action.evidence ??
    (await countEvidence(file, town, { action, counted, first: dayOf(action.startedAt) }));
  if (evidence === null) return null;
  const named = (id: Id) => nameOf(town, id);
  const withName = (stretch: CountedStretchRow): ComparedStretch => ({
    ...stretch,
    ...named(stretch.id),
  });
  return {
    ...evidence,
    counted,
    fixed: { baseline, from, to },
    own: evidence.own.map(withName),
    comparison: evidence.comparison.map(withName),
    surroundings: evidence.surroundings.map(withName),
    leftOut: action.leftOut.map((one) => ({ ...one, ...named(one.segmentId) })),
    kept: action.evidence !== null,
    ...differencesOf(evidence),
  };
}

/** Null where nothing can be counted: the dossier says not of what, or none of the stretches is here. */
async function countEvidence(
  file: OpenFile,
  town: TownPlaces,
  {
    action,
    counted,
    first,
  }: {
    readonly action: PlannedAction;
    readonly counted: SignQuestion['counted'];
    readonly first: Day;
  },
): Promise<KeptEvidence | null> {
  const { read } = file.store;
  const { dossierId, leftOut } = action;
  const dossier = await rowOf(read, dossierSchema, 'dossier', dossierId);
  const { problem, segments } = dossier;
  const kinds = kindsOfDossier(dossier);
  if (!isCountable(counted, problem, kinds)) return null;
  const today = dayOf(file.store.clock.now());
  const last = lastDayOf(action, today);
  const { days, reach } =
    counted === 'facts'
      ? await daysOfFacts(read, kinds, first, last)
      : { days: comparedDays(first, last), reach: null };
  const numbers = numbersOf(town, ownSegments(action));
  if (numbers.size === 0) return null;
  const countIn = (period: Days): Promise<Counted> =>
    countSign(file, { counted, problem, kinds, days: period });
  const counts = {
    before: await countIn(days.before),
    leadUp: await countIn(days.leadUp),
    after: await countIn(days.after),
  };
  const stretch = (number: number): CountedStretchRow => stretchOf(town, number, counts);
  const around = surroundingOf(town, numbers);
  const elsewhere = await treatedElsewhere(file, action, days);
  const without = [...segments, ...elsewhere, ...leftOut.map(({ segmentId }) => segmentId)];
  const treated = new Set([...numbers, ...around, ...numbersOf(town, without)]);
  const held = await heldAreas(read);
  const own = [...numbers].map(stretch);
  const candidates = town.segments.flatMap(({ area }, number) => {
    const areaId = town.levels.neighbourhood[area]?.id;
    const isHeld = areaId !== undefined && (held === null || held.has(areaId));
    return isHeld && !treated.has(number) ? [stretch(number)] : [];
  });
  return {
    ...days,
    own,
    comparison: [...comparisonStretches(own, candidates)],
    surroundings: [...around].map(stretch),
    breaks: counted === 'facts' ? await breaksOfSign(file, kinds, days) : [],
    reach,
  };
}

/**
 * As far as the sources go that brought facts of these kinds in these days. Where none did, the one that goes furthest
 * of those that ever did says how far such facts would be known.
 */
async function daysOfFacts(
  read: ReadHandle,
  kinds: readonly string[],
  first: Day,
  last: Day,
): Promise<{ readonly days: ComparedDays; readonly reach: Reach }> {
  const { before, after } = comparedDays(first, last);
  const own = await coveragesOfKinds(read, kinds, { from: before.from, to: after.to });
  if (own.length > 0) return daysReached(first, last, own);
  const all = await coveragesOfKinds(read, kinds, null);
  const ever = all.map((coverage) => daysReached(first, last, [coverage]));
  return ever.reduce(
    (most, one) => ((one.reach.until ?? '') > (most.reach.until ?? '') ? one : most),
    daysReached(first, last, []),
  );
}

/** What comes after its last day is no longer the action. */
function lastDayOf({ endsOn, closedAt }: PlannedAction, today: Day): Day {
  const ends = [today, endsOn, closedAt === null ? null : dayOf(closedAt)];
  return ends.reduce<Day>((first, day) => (day !== null && day < first ? day : first), today);
}

/** Stretches that share a crossing with its own. */
function surroundingOf(town: TownPlaces, own: ReadonlySet<number>): ReadonlySet<number> {
  const beside = [...own].flatMap((number) => town.graphs.segment?.[number] ?? []);
  return new Set(beside.filter((number) => !own.has(number)).sort((one, other) => one - other));
}

/** Where another action was planned or done in any of these days. */
async function treatedElsewhere(
  { store: { read, clock } }: OpenFile,
  { id }: PlannedAction,
  { before, after }: ComparedDays,
): Promise<readonly Id[]> {
  const today = dayOf(clock.now());
  const others = rowsOf(actionSchema, await caseworkInStates(read, 'action', ['active', 'closed']))
    .filter((action) => action.id !== id && action.startedAt !== null)
    .filter(({ startedAt, closedAt }) => {
      const [begun, ended] = [dayOf(startedAt ?? ''), closedAt === null ? today : dayOf(closedAt)];
      return begun < after.to && ended >= before.from;
    })
    .map((action) => action.id);
  return ownSegments({
    measures: rowsOf(measureSchema, await caseworkOfActions(read, 'measure', others)),
    deliveries: rowsOf(deliverySchema, await caseworkOfActions(read, 'delivery', others)),
  });
}

function stretchOf(
  town: TownPlaces,
  number: number,
  counts: Readonly<Record<'before' | 'leadUp' | 'after', Counted>>,
): CountedStretchRow {
  const place = town.levels.segment[number];
  if (!place) throw new RangeError('no stretch has this number');
  const before = counts.before(number);
  const leadUp = counts.leadUp(number);
  const after = counts.after(number);
  return {
    id: place.id,
    metres: place.metres,
    leadUp: { count: leadUp.count, ...(leadUp.of !== null && { of: leadUp.of }) },
    count: {
      before: before.count,
      after: after.count,
      ...(before.of !== null &&
        after.of !== null && { of: { before: before.of, after: after.of } }),
    },
  };
}

function nameOf(town: TownPlaces, segmentId: Id): Omit<ComparedStretch, keyof CountedStretchRow> {
  const number = town.numbers.segment.get(segmentId);
  const place = number === undefined ? undefined : town.levels.segment[number];
  return {
    streetId: place?.streetId ?? null,
    nameNl: place?.nameNl ?? '',
    nameFr: place?.nameFr ?? '',
    stretch: place?.stretch ?? null,
  };
}
