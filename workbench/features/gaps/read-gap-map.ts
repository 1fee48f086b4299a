import {
  type GapMap,
  type GapQuestion,
  type GapRow,
  MOST_GAP_ROWS,
} from '#shared/contract/gaps.ts';
import type { WeighedHeld } from '#shared/domain/gaps/held-places.ts';
import {
  canStandOut,
  FEWEST_ANSWERS_OF_GAP,
  type GapClass,
} from '#shared/domain/statistics/gap.ts';
import { addDays, daysBetween } from '#shared/lib/dates.ts';

import type { OpenFile } from '../../context.ts';
import { methodBreaks } from './method-breaks.ts';
import type { Tally } from './tally.ts';
import type { TownPlaces } from './town-places.ts';
import { uncoveredSources } from './uncovered-sources.ts';
import { weighedTown } from './weighed-town.ts';

/** Feeling against fact in a period, the whole town weighed, and the first rows of the table. */
export async function readGapMap(file: OpenFile, question: GapQuestion): Promise<GapMap> {
  const { town, counted, weighed, rows, weightsSince } = await weighGaps(file, question);
  const { clustering, reference } = weighed;
  // The period before counts as well: hot places are judged by it.
  const days = daysBetween(question.from, question.to);
  const since = addDays(question.from, -days);
  const { read } = file.store;
  const breaks = await methodBreaks(read, since, question.to);
  const uncovered = await uncoveredSources(read, counted.sources, [
    { from: since, to: question.from },
    question,
  ]);
  const prediction = uncovered.length === 0 ? weighed.prediction : null;
  const sumOf = (of: (place: number) => number): number =>
    counted.places.reduce((sum, _, place) => sum + of(place), 0);
  return {
    insecureShare: reference.insecureShare,
    perKilometre: reference.factRate,
    answers: sumOf((place) => counted.places[place]?.answers ?? 0),
    facts: sumOf((place) => counted.places[place]?.facts.count ?? 0),
    policeFacts: sumOf((place) => counted.police[place] ?? 0),
    elsewhere: counted.elsewhere,
    classes: countClasses(weighed.places),
    hot: weighed.places.filter((place) => place?.isHot === true).length,
    uncovered: [...uncovered],
    prediction: prediction && { ...prediction, interval: { ...prediction.interval } },
    clustering: clustering && { i: clustering.i, p: clustering.p },
    breaks: breaks.map(({ source, on, note }) => ({ source, on, note })),
    weightsSince,
    drawn: drawnOf(town, question, weighed.places),
    rows: rows.slice(0, MOST_GAP_ROWS),
    total: rows.length,
  };
}

/** The whole table of the question in its order. */
export async function readGapRows(
  file: OpenFile,
  question: GapQuestion,
): Promise<readonly GapRow[]> {
  return (await weighGaps(file, question)).rows;
}

async function weighGaps(file: OpenFile, question: GapQuestion) {
  const { town, counted, weighed, version } = await weighedTown(file, question);
  const rows = rowsOf(town, question, counted, weighed);
  return { town, counted, weighed, rows, weightsSince: version?.validFrom ?? null };
}

function rowsOf(
  town: TownPlaces,
  question: GapQuestion,
  counted: Tally,
  weighed: WeighedHeld,
): readonly GapRow[] {
  const areas = town.levels.neighbourhood;
  const wanted =
    question.neighbourhoodId === null
      ? null
      : town.numbers.neighbourhood.get(question.neighbourhoodId);
  const rows = town.levels[question.level].flatMap((place, number): GapRow[] => {
    const own = counted.places[number];
    const { gap, score, isHot } = weighed.places[number] ?? {};
    const policeFacts = counted.police[number] ?? 0;
    if (!own || !gap || score === undefined || isHot === undefined) return [];
    if (own.answers + own.facts.count + policeFacts === 0) return [];
    if (wanted !== null && place.area !== wanted) return [];
    if (question.class !== null && gap.class !== question.class) return [];
    const area = areas[place.area];
    return [
      {
        id: place.id,
        nameNl: place.nameNl,
        nameFr: place.nameFr,
        streetId: place.streetId,
        stretch: place.stretch,
        areaNl: area?.nameNl ?? '',
        areaFr: area?.nameFr ?? '',
        class: gap.class,
        answers: own.answers,
        insecure: own.insecure,
        felt: gap.felt && { ...gap.felt.interval },
        isFeltSure: gap.felt?.isSure ?? false,
        facts: own.facts.count,
        policeFacts,
        metres: place.metres,
        perKilometre: gap.recorded.value,
        recorded: { ...gap.recorded.interval },
        isRecordedSure: gap.recorded.isSure,
        score,
        isHot,
      },
    ];
  });
  return rows.sort(
    (one, other) =>
      tierOf(question.order, one) - tierOf(question.order, other) ||
      keyOf(question.order, other) - keyOf(question.order, one) ||
      (one.id < other.id ? -1 : 1),
  );
}

/** Those with too few to say something of, facts or answers as they are sorted, come after all others. */
function tierOf(order: GapQuestion['order'], { facts, answers }: GapRow): number {
  const isEnough =
    order === 'felt' ? answers >= FEWEST_ANSWERS_OF_GAP : canStandOut({ count: facts });
  return isEnough ? 0 : 1;
}

/** Lower ends, not values: a place goes first for what is sure of it, not for what chance may have made. */
function keyOf(order: GapQuestion['order'], row: GapRow): number {
  if (order === 'felt') return row.felt?.low ?? -1;
  if (order === 'recorded' || row.score === null) return row.recorded.low;
  return row.score;
}

function countClasses(places: WeighedHeld['places']): Record<GapClass, number> {
  const counts: Record<GapClass, number> = {
    'felt-and-recorded': 0,
    'felt-only': 0,
    'recorded-only': 0,
    calm: 0,
    'too-few': 0,
  };
  for (const place of places) if (place) counts[place.gap.class] += 1;
  return counts;
}

function drawnOf(
  town: TownPlaces,
  { level }: GapQuestion,
  places: WeighedHeld['places'],
): GapMap['drawn'] {
  return town.levels[level].flatMap(({ id }, number) => {
    const { gap, isHot = false } = places[number] ?? {};
    if (!gap || (gap.class === 'too-few' && !isHot)) return [];
    const isSure = gap.recorded.isSure && gap.felt?.isSure === true;
    return [{ id, class: gap.class, isSure, isHot }];
  });
}
