import {
  MOST_ACTIONS,
  MOST_NEEDS,
  MOST_ORGANISATIONS,
  type StreetProfile,
  type StreetProfileQuestion,
} from '#shared/contract/street-profile.ts';
import { actionSchema } from '#shared/domain/actions/action.ts';
import { measureSchema } from '#shared/domain/actions/measure.ts';
import { wilsonInterval } from '#shared/domain/statistics/intervals.ts';
import { weekParts } from '#shared/domain/statistics/week-hours.ts';
import { countedSince, WEEK_HOURS } from '#shared/domain/streets/picture.ts';
import { addDays, type Day, dayInterval, dayOf, type Instant } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import type { ReadHandle } from '../../store/handles.ts';
import {
  actionsOnSegments,
  caseworkOfActions,
} from '../../store/repositories/casework-repository.ts';
import {
  countFactsAt,
  type FactCount,
  type PlaceOfFacts,
} from '../../store/repositories/fact-counts.ts';
import { heldAreas } from '../../store/repositories/held-areas.ts';
import { neighbourhoodsOfStreet } from '../../store/repositories/place-extent.ts';
import type { PlaceOfContacts } from '../../store/repositories/place-picture.ts';
import {
  segmentVersionsOfStreets,
  streetRows,
  streetVersions,
  versionsOfSegments,
} from '../../store/repositories/place-versions.ts';
import {
  newestNeeds,
  organisationsAt,
  partnersOnSegments,
} from '../../store/repositories/street-profile.ts';
import { readPiecesOfStreet } from '../gaps/index.ts';
import { contactsOfPiece } from './contacts-of-piece.ts';
import { readFactQuarters } from './fact-quarters.ts';

/**
 * What a street, or a piece of it, tells beside its picture; of a piece that it does not have, what the whole street
 * does. Throws NOT_FOUND (street).
 */
export async function readStreetProfile(
  file: OpenFile,
  { id, segmentId: asked, period }: StreetProfileQuestion,
): Promise<StreetProfile> {
  const { read, clock } = file.store;
  const today = dayOf(clock.now());
  const since = countedSince(today);
  const tomorrow = addDays(today, 1);
  const counted = period ?? { from: since, to: tomorrow };
  const ids = await streetVersions(read, id);
  const [street] = await streetRows(read, ids);
  if (!street) throw new WorkbenchError('NOT_FOUND', { what: 'street' });
  const { pieces, ...whole } = await readPiecesOfStreet(file, street.id, counted);
  const versions = asked === null ? [] : await versionsOfSegments(read, [asked]);
  const piece = pieces.find((one) => versions.includes(one.id));
  const segmentId = piece?.id ?? null;
  const place: PlaceOfFacts =
    segmentId === null ? { column: 'street_id', ids } : { column: 'segment_id', ids: versions };
  const recent = await countFactsAt(read, place, counted);
  const { answers, insecure } = piece ?? whole;
  const [begin] = dayInterval(since);
  const spoken: PlaceOfContacts =
    segmentId === null ? { column: 'street_id', ids } : await contactsOfPiece(file, ids, segmentId);
  const here = segmentId === null ? await segmentVersionsOfStreets(read, ids, today) : versions;
  const areas = await neighbourhoodsOfStreet(read, ids, today);
  const held = await heldAreas(read);
  return {
    segmentId,
    isHeld: held === null || areas.length === 0 || areas.some((area) => held.has(area.id)),
    needs: await newestNeeds(read, spoken, MOST_NEEDS).execute(),
    organisations: await organisationsAt(read, spoken, begin, MOST_ORGANISATIONS).execute(),
    ...(await doneAt(read, here)),
    countedSince: since,
    counted,
    felt:
      answers === 0
        ? null
        : { answers, insecure, interval: { ...wilsonInterval(insecure, answers) } },
    kinds: kindsOf(recent),
    ...(await readFactQuarters(file, place, { today, last: addDays(counted.to, -1) })),
    ...weekOf(recent),
    pieces,
  };
}

const shownOfAction = actionSchema.pick({
  dossierId: true,
  title: true,
  state: true,
  endsOn: true,
  closedAt: true,
  verdict: true,
  learned: true,
});
const shownOfMeasure = measureSchema.pick({
  actionId: true,
  segmentId: true,
  type: true,
  removed: true,
});

/** Actions with a measure on any of these pieces, given in all their versions, and the partners in them. */
async function doneAt(
  read: ReadHandle,
  segmentIds: readonly Id[],
): Promise<Pick<StreetProfile, 'actions' | 'partners'>> {
  const rows = await actionsOnSegments(read, segmentIds, MOST_ACTIONS);
  const ids = rows.map(({ id }) => id);
  const measures = (await caseworkOfActions(read, 'measure', ids)).flatMap(({ fields }) => {
    const measure = shownOfMeasure.safeParse(fields);
    return measure.success && !measure.data.removed ? [measure.data] : [];
  });
  return {
    actions: rows.flatMap(({ id, fields }) => {
      const action = shownOfAction.safeParse(fields);
      if (!action.success) return [];
      const own = measures.filter(
        ({ actionId, segmentId }) => actionId === id && segmentIds.includes(segmentId),
      );
      const { closedAt, ...shown } = action.data;
      const endsOn = earlierOf(shown.endsOn, closedAt);
      return [{ id, ...shown, endsOn, types: [...new Set(own.map(({ type }) => type))] }];
    }),
    partners: await partnersAt(read, segmentIds),
  };
}

/** The last day of a plan, or the day on which its action was closed before that. */
function earlierOf(endsOn: Day | null, closedAt: Instant | null): Day | null {
  if (closedAt === null) return endsOn;
  const closedOn = dayOf(closedAt);
  return endsOn !== null && endsOn < closedOn ? endsOn : closedOn;
}

async function partnersAt(
  read: ReadHandle,
  segmentIds: readonly Id[],
): Promise<StreetProfile['partners']> {
  if (segmentIds.length === 0) return [];
  return partnersOnSegments(read, segmentIds).execute();
}

function kindsOf(counts: readonly FactCount[]): StreetProfile['kinds'] {
  const kinds = new Map<string, { count: number; police: number }>();
  for (const { kind, origin, amount } of counts) {
    const known = kinds.get(kind) ?? { count: 0, police: 0 };
    known[origin === 'police' ? 'police' : 'count'] += amount;
    kinds.set(kind, known);
  }
  return [...kinds]
    .map(([code, sums]) => ({ code, ...sums }))
    .sort(
      (one, other) =>
        other.count - one.count || other.police - one.police || (one.code < other.code ? -1 : 1),
    );
}

function weekOf(
  counts: readonly FactCount[],
): Pick<StreetProfile, 'week' | 'weekHours' | 'withoutHour'> {
  const hours = Array.from({ length: WEEK_HOURS }, () => 0);
  let withoutHour = 0;
  for (const { origin, hour, weekday, amount } of counts) {
    if (origin === 'police') continue;
    if (hour === null || weekday === null) {
      withoutHour += amount;
      continue;
    }
    const index = (weekday - 1) * 24 + hour;
    hours[index] = (hours[index] ?? 0) + amount;
  }
  const week = weekParts(hours).map((part) => ({ ...part, interval: { ...part.interval } }));
  return { week, weekHours: hours, withoutHour };
}
