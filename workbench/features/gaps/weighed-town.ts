/**
 * The town weighed for a period, kept until an answer, a fact, the territory or the weights change: whoever sorts or
 * narrows the table, looks at another street, or comes back asks for the same.
 */
import type { WeightsVersion } from '#shared/domain/facts/weights.ts';
import type { GapLevel } from '#shared/domain/gaps/gap-map.ts';
import { type WeighedHeld, weighHeld } from '#shared/domain/gaps/held-places.ts';
import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { heldAreas } from '../../store/repositories/held-areas.ts';
import type { Store } from '../../store/store.ts';
import type { FactColumns } from './build-fact-columns.ts';
import { factColumns } from './fact-columns.ts';
import { type FeltColumns, feltColumns } from './felt-columns.ts';
import { type Tally, tally } from './tally.ts';
import { NOWHERE, type TownPlaces, townPlaces } from './town-places.ts';
import { weightsFor } from './weights-for.ts';

/** How many questions are kept; each takes a few megabytes in a large town. */
const MOST_KEPT = 12;

export interface WeighQuestion {
  readonly level: GapLevel;
  /** Whole days: `to` is not in it. */
  readonly from: Day;
  readonly to: Day;
  readonly kinds: readonly string[];
}

export interface Weighed {
  readonly town: TownPlaces;
  readonly counted: Tally;
  readonly weighed: WeighedHeld;
  readonly version: WeightsVersion | undefined;
}

interface Kept {
  readonly town: TownPlaces;
  readonly felt: FeltColumns;
  readonly facts: FactColumns;
  /** Those asked for last stand last. */
  readonly answers: Map<string, Weighed>;
}

const kept = new WeakMap<Store, Kept>();

export async function weighedTown(file: OpenFile, question: WeighQuestion): Promise<Weighed> {
  const { store } = file;
  const town = await townPlaces(store);
  const version = await weightsFor(store.read, question.to);
  const felt = await feltColumns(file, town);
  const facts = await factColumns(file, town);
  const answers = answersOf(store, town, felt, facts);
  const { level, from, to, kinds } = question;
  const held = await heldAreas(store.read);
  const areas = held && [...held].sort();
  const key = JSON.stringify([level, from, to, [...kinds].sort(), version, areas]);
  const known = answers.get(key);
  answers.delete(key);
  const answer = known ?? weigh({ town, felt, facts, held }, question, version);
  answers.set(key, answer);
  const [oldest] = answers.keys();
  if (answers.size > MOST_KEPT && oldest !== undefined) answers.delete(oldest);
  return answer;
}

/** Columns are other objects as soon as what they hold is another. */
function answersOf(
  store: Store,
  town: TownPlaces,
  felt: FeltColumns,
  facts: FactColumns,
): Map<string, Weighed> {
  const known = kept.get(store);
  if (known?.town === town && known.felt === felt && known.facts === facts) return known.answers;
  const answers = new Map<string, Weighed>();
  kept.set(store, { town, felt, facts, answers });
  return answers;
}

function weigh(
  known: Pick<Kept, 'town' | 'felt' | 'facts'> & { readonly held: ReadonlySet<Id> | null },
  question: WeighQuestion,
  version: WeightsVersion | undefined,
): Weighed {
  const { town, felt, facts, held } = known;
  const { level } = question;
  const counted = tally(town, felt, facts, { ...question, weights: version?.weights });
  const weighed = weighHeld(counted.places, town.graphs[level], (place) => {
    const area = town.levels.neighbourhood[town.levels[level][place]?.area ?? NOWHERE]?.id;
    return held === null || (area !== undefined && held.has(area));
  });
  return { town, counted, weighed, version };
}
