import type { ActionEvidence, ComparedStretch } from '#shared/contract/action-evidence.ts';
import type { PlannedAction } from '#shared/contract/actions.ts';
import { actionSchema, type SignCount } from '#shared/domain/actions/action.ts';
import {
  comparedDays,
  comparisonStretches,
  type Days,
  differenceFrom,
} from '#shared/domain/actions/comparison-streets.ts';
import { dossierSchema } from '#shared/domain/actions/dossier.ts';
import { measureSchema } from '#shared/domain/actions/measure.ts';
import { tasksOfProblem } from '#shared/domain/actions/problem-tasks.ts';
import { type Day, dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import {
  caseworkInStates,
  caseworkOfActions,
} from '../../store/repositories/casework-repository.ts';
import { sourcesOfKinds } from '../../store/repositories/gap-repository.ts';
import { heldAreas } from '../../store/repositories/held-areas.ts';
import { methodBreaks, type NamedBreak, type TownPlaces, townPlaces } from '../gaps/index.ts';
import { rowOf, rowsOf } from './change-row.ts';
import { type Counted, countSign } from './count-sign.ts';

/**
 * What was counted of the sign of an action from its first day until today, its last day or its end, whichever
 * comes first, and in as many days just before: on its own stretches, on comparable ones and on those around.
 * Null where it has not begun, or the program cannot count its sign.
 */
export async function readEvidence(
  file: OpenFile,
  action: PlannedAction,
): Promise<ActionEvidence | null> {
  const { read } = file.store;
  const counted = action.sign?.counted ?? 'by-hand';
  if (action.startedAt === null || counted === 'by-hand') return null;
  const { problem, segments } = await rowOf(read, dossierSchema, 'dossier', action.dossierId);
  const kinds = tasksOfProblem(problem ?? '').factKinds;
  if (!isCountable(counted, problem, kinds)) return null;
  const days = comparedDays(
    dayOf(action.startedAt),
    lastDayOf(action, dayOf(file.store.clock.now())),
  );
  const town = await townPlaces(file.store);
  const numbers = numbersOf(town, ownSegments(action));
  if (numbers.size === 0) return null;
  const before = await countSign(file, { counted, problem, kinds, days: days.before });
  const after = await countSign(file, { counted, problem, kinds, days: days.after });
  const stretch = (number: number): ComparedStretch => stretchOf(town, number, before, after);
  const around = surroundingOf(town, numbers);
  const treated = new Set([...numbers, ...around, ...numbersOf(town, segments)]);
  for (const other of numbersOf(town, await treatedElsewhere(file, action, days)))
    treated.add(other);
  const held = await heldAreas(read);
  const own = [...numbers].map(stretch);
  const surroundings = [...around].map(stretch);
  const candidates = town.segments.flatMap(({ area }, number) => {
    const areaId = town.levels.neighbourhood[area]?.id;
    const isHeld = areaId !== undefined && (held === null || held.has(areaId));
    return isHeld && !treated.has(number) ? [stretch(number)] : [];
  });
  const comparison = [...comparisonStretches(own, candidates)];
  const breaks = counted === 'facts' ? await breaksIn(file, kinds, days) : [];
  const isParted = breaks.length > 0;
  return {
    counted,
    ...days,
    own,
    comparison,
    surroundings,
    difference: isParted ? null : differenceFrom(own, comparison),
    around: isParted ? null : differenceFrom(surroundings, comparison),
    breaks: breaks.map(({ source, on, note }) => ({ source, on, note })),
  };
}

/** Which facts and contacts are meant, the problem of the dossier says; an unsafe street says it itself. */
function isCountable(
  counted: SignCount,
  problem: string | null,
  kinds: readonly string[],
): boolean {
  if (counted === 'facts') return kinds.length > 0;
  return counted === 'insecure' || problem !== null;
}

/** What comes after its last day is no longer the action. */
function lastDayOf({ endsOn, closedAt }: PlannedAction, today: Day): Day {
  const ends = [today, endsOn, closedAt === null ? null : dayOf(closedAt)];
  return ends.reduce<Day>((first, day) => (day !== null && day < first ? day : first), today);
}

/** Where it is planned, and where it was done before the plan changed. */
function ownSegments({ measures, deliveries }: PlannedAction): readonly Id[] {
  const done = deliveries.filter(({ withdrawn }) => !withdrawn);
  return [...measures, ...done].map(({ segmentId }) => segmentId);
}

function numbersOf(town: TownPlaces, segmentIds: readonly Id[]): ReadonlySet<number> {
  const numbers = segmentIds.map((id) => town.numbers.segment.get(id));
  return new Set(numbers.filter((number) => number !== undefined));
}

/** Stretches that share a crossing with its own. */
function surroundingOf(town: TownPlaces, own: ReadonlySet<number>): ReadonlySet<number> {
  const beside = [...own].flatMap((number) => town.graphs.segment?.[number] ?? []);
  return new Set(beside.filter((number) => !own.has(number)).sort((one, other) => one - other));
}

/** Where another action ran in any of these days. */
async function treatedElsewhere(
  { store: { read, clock } }: OpenFile,
  { id }: PlannedAction,
  { before, after }: { readonly before: Days; readonly after: Days },
): Promise<readonly Id[]> {
  const today = dayOf(clock.now());
  const others = rowsOf(actionSchema, await caseworkInStates(read, 'action', ['active', 'closed']))
    .filter((action) => action.id !== id && action.startedAt !== null)
    .filter(({ startedAt, closedAt }) => {
      const [begun, ended] = [dayOf(startedAt ?? ''), closedAt === null ? today : dayOf(closedAt)];
      return begun < after.to && ended >= before.from;
    });
  const measures = await caseworkOfActions(
    read,
    'measure',
    others.map((action) => action.id),
  );
  return rowsOf(measureSchema, measures).map(({ segmentId }) => segmentId);
}

async function breaksIn(
  { store: { read } }: OpenFile,
  kinds: readonly string[],
  { before, after }: { readonly before: Days; readonly after: Days },
): Promise<readonly NamedBreak[]> {
  const breaks = await methodBreaks(read, before.from, after.to);
  if (breaks.length === 0) return [];
  const rows = await sourcesOfKinds(read, kinds, { from: before.from, to: after.to }).execute();
  const sources = new Set(rows.map(({ source_id }) => source_id));
  return breaks.filter(({ sourceId }) => sources.has(sourceId));
}

function stretchOf(
  town: TownPlaces,
  number: number,
  before: Counted,
  after: Counted,
): ComparedStretch {
  const place = town.levels.segment[number];
  if (!place) throw new RangeError('no stretch has this number');
  const [first, last] = [before(number), after(number)];
  const of =
    first.of === null || last.of === null ? undefined : { before: first.of, after: last.of };
  return {
    id: place.id,
    streetId: place.streetId ?? '',
    nameNl: place.nameNl,
    nameFr: place.nameFr,
    metres: place.metres,
    count: { before: first.count, after: last.count, ...(of && { of }) },
  };
}
