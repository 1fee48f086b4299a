/** What the district board reads: narrow rows of actions and measures, which triggers keep. */
import { sql } from 'kysely';

import { ACTION_STATES, type ActionState } from '#shared/domain/actions/action.ts';
import { type TimeWindow, timeWindowsSchema } from '#shared/domain/actions/time-window.ts';
import type { BoardMeasure } from '#shared/domain/board/occurrences.ts';
import { type Day, daySchema } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';

/** An action as the board looks for it. */
export interface BoardAction {
  readonly id: Id;
  readonly dossierId: Id;
  readonly state: ActionState;
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
  readonly ownerId: Id;
  readonly coverId: Id | null;
  readonly answerBy: Day;
  /** Null outside of every neighbourhood. */
  readonly neighbourhoodId: Id | null;
}

/** All actions; one that a newer desk wrote otherwise is left out. */
export async function boardActions(read: ReadHandle): Promise<readonly BoardAction[]> {
  const rows = await read
    .selectFrom('board_action as action')
    .leftJoin('board_dossier as dossier', 'dossier.id', 'action.dossier_id')
    .select([
      'action.id',
      'action.dossier_id as dossierId',
      'action.state',
      'action.starts_on as startsOn',
      'action.ends_on as endsOn',
      'action.owner_id as ownerId',
      'action.cover_id as coverId',
      'action.answer_by as answerBy',
      'dossier.neighbourhood_id as neighbourhoodId',
    ])
    .execute();
  return rows.flatMap((row) => {
    const state = ACTION_STATES.find((one) => one === row.state);
    const { id, dossierId, startsOn, endsOn, ownerId, coverId, answerBy } = row;
    const isReadable =
      state !== undefined &&
      isDayOrNull(startsOn) &&
      isDayOrNull(endsOn) &&
      isTextOrNull(coverId) &&
      typeof ownerId === 'string' &&
      isDayOrNull(answerBy) &&
      answerBy !== null;
    if (!isReadable) return [];
    const neighbourhoodId = row.neighbourhoodId === '' ? null : row.neighbourhoodId;
    return [
      { id, dossierId, state, startsOn, endsOn, ownerId, coverId, answerBy, neighbourhoodId },
    ];
  });
}

/** Schemas are asked about texts that differ; five thousand rows have few days. */
const days = new Map<string, boolean>();

function isDayOrNull(value: unknown): value is Day | null {
  if (value === null) return true;
  if (typeof value !== 'string') return false;
  let isDay = days.get(value);
  if (isDay === undefined) {
    isDay = daySchema.safeParse(value).success;
    if (days.size > MOST_KEPT) days.clear();
    days.set(value, isDay);
  }
  return isDay;
}

const MOST_KEPT = 10_000;

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

/**
 * The measures of actions in any of these states; see {@link boardActions} for what is left out. A cross join, since
 * SQLite keeps its order: otherwise it goes through the measures of all years.
 */
export async function measuresInStates(
  read: ReadHandle,
  states: readonly ActionState[],
): Promise<readonly BoardMeasure[]> {
  const rows = await read
    .selectFrom('board_action as action')
    .crossJoin('board_measure as measure')
    .select(MEASURE)
    .where('action.state', 'in', states)
    .whereRef('measure.action_id', '=', 'action.id')
    .execute();
  return rows.flatMap(toMeasure);
}

/** The measures of these actions. */
export async function measuresOfActions(
  read: ReadHandle,
  actionIds: readonly Id[],
): Promise<readonly BoardMeasure[]> {
  if (actionIds.length === 0) return [];
  const rows = await selectMeasures(read).where('measure.action_id', 'in', actionIds).execute();
  return rows.flatMap(toMeasure);
}

const MEASURE = [
  'measure.id',
  'measure.action_id as actionId',
  'measure.segment_id as segmentId',
  'measure.street_id as streetId',
  'measure.type',
  'measure.minutes',
  'measure.times_per_week as timesPerWeek',
  'measure.windows',
  'measure.officer_id as officerId',
  'measure.partner_id as partnerId',
] as const;

function selectMeasures(read: ReadHandle) {
  return read.selectFrom('board_measure as measure').select(MEASURE);
}

type MeasureRow = Awaited<ReturnType<ReturnType<typeof selectMeasures>['executeTakeFirstOrThrow']>>;

function toMeasure(row: MeasureRow): BoardMeasure[] {
  const { id, actionId, segmentId, streetId, type, minutes, timesPerWeek, officerId, partnerId } =
    row;
  const windows = windowsIn(row.windows);
  const isReadable =
    typeof segmentId === 'string' &&
    typeof streetId === 'string' &&
    typeof type === 'string' &&
    Number.isSafeInteger(minutes) &&
    Number.isSafeInteger(timesPerWeek) &&
    isTextOrNull(officerId) &&
    isTextOrNull(partnerId) &&
    windows !== undefined;
  if (!isReadable) return [];
  const numbers = { minutes: Number(minutes), timesPerWeek: Number(timesPerWeek) };
  return [{ id, actionId, segmentId, streetId, type, ...numbers, windows, officerId, partnerId }];
}

/** Windows by the text that they were read from: many measures have the same. */
const windowsOf = new Map<string, TimeWindow[] | undefined>();

function windowsIn(json: unknown): TimeWindow[] | undefined {
  if (typeof json !== 'string') return undefined;
  if (!windowsOf.has(json)) {
    const windows = timeWindowsSchema.safeParse(JSON.parse(json));
    if (windowsOf.size > MOST_KEPT) windowsOf.clear();
    windowsOf.set(json, windows.success ? windows.data : undefined);
  }
  return windowsOf.get(json);
}

/** The actions that have a measure of this officer. */
export async function actionsWithMeasureOf(
  read: ReadHandle,
  officerId: Id,
): Promise<ReadonlySet<Id>> {
  const rows = await read
    .selectFrom('board_measure')
    .select('action_id')
    .where('officer_id', '=', officerId)
    .distinct()
    .execute();
  return new Set(rows.map((row) => row.action_id));
}

/**
 * Steps that wait for a review, for a second pair of eyes or for an answer to those, with the neighbourhood of their dossier, the oldest
 * first.
 */
export async function stepsThatWait(
  read: ReadHandle,
  waits: 'review' | 'eyes' | 'answer',
): Promise<
  readonly { readonly id: Id; readonly dossierId: Id; readonly neighbourhoodId: Id | null }[]
> {
  const rows = await read
    .selectFrom('board_step as step')
    .leftJoin('board_dossier as dossier', 'dossier.id', 'step.dossier_id')
    .select(['step.id', 'step.dossier_id as dossierId', 'dossier.neighbourhood_id as place'])
    .where('step.waits', '=', waits)
    .orderBy('step.id')
    .execute();
  return rows.map(({ place, ...row }) => ({
    ...row,
    neighbourhoodId: place === '' ? null : place,
  }));
}

/**
 * How many open dossiers have an assessment that was to be looked at again before `today`, and those that wait
 * longest, at most `limit`. Null does not narrow.
 */
export async function assessmentsToReview(
  read: ReadHandle,
  neighbourhoods: readonly Id[] | null,
  today: Day,
  limit: number,
) {
  const reviewOn = sql<string>`fields ->> '$.reviewOn'`;
  // The text of the conditions is that of the index of reviews.
  let query = read
    .selectFrom('casework')
    .where('entity', '=', sql.lit('dossier'))
    .where('state', '<>', sql.lit('closed'))
    .where(reviewOn, '<', today);
  if (neighbourhoods) query = query.where('neighbourhood_id', 'in', neighbourhoods);
  const { total } = await query
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await query
    .select(['id', reviewOn.as('dueOn'), sql<unknown>`fields ->> '$.title'`.as('title')])
    .orderBy(reviewOn)
    .orderBy('id')
    .limit(limit)
    .execute();
  return {
    total,
    rows: rows.map(({ title, ...row }) => ({
      ...row,
      title: typeof title === 'string' ? title : '',
    })),
  };
}

/** What these rows are called. */
export async function titlesOf(
  read: ReadHandle,
  entity: 'dossier' | 'action',
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows = await read
    .selectFrom('casework')
    .select(['id', sql<unknown>`fields ->> '$.title'`.as('title')])
    .where('entity', '=', entity)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, title }) => [id, typeof title === 'string' ? title : '']));
}

/** Whose promises, and where; null does not narrow. */
export interface PromisesAt {
  readonly neighbourhoods: readonly Id[] | null;
  readonly ownerIds: readonly Id[] | null;
}

/** How many open promises were due before `today`, and the longest overdue of them, at most `limit`. */
export async function overduePromises(
  read: ReadHandle,
  { neighbourhoods, ownerIds }: PromisesAt,
  today: Day,
  limit: number,
) {
  // The text of the condition is that of the index of open promises.
  let query = read
    .selectFrom('promise')
    .where('state', '=', sql.lit('open'))
    .where('due_on', '<', today);
  if (neighbourhoods) query = query.where('neighbourhood_id', 'in', neighbourhoods);
  if (ownerIds) query = query.where('owner_id', 'in', ownerIds);
  const { total } = await query
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await query
    .select([
      'id',
      'contact_id as contactId',
      'street_id as streetId',
      'neighbourhood_id as neighbourhoodId',
      'due_on as dueOn',
      'owner_id as ownerId',
    ])
    .orderBy('due_on')
    .orderBy('id')
    .limit(limit)
    .execute();
  return { total, rows };
}
