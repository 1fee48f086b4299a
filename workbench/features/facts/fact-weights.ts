import type { MovedStreet, RankedDays, SignedWeights } from '#shared/contract/facts.ts';
import { compareRankings, yearEndingOn } from '#shared/domain/facts/ranking.ts';
import type { Weights, WeightsVersion } from '#shared/domain/facts/weights.ts';
import { type Day, dayOf } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import {
  countFactsByStreet,
  hasFacts,
  newestDayOnStreets,
} from '../../store/repositories/fact-counts.ts';
import {
  insertFactWeights,
  listFactWeights,
} from '../../store/repositories/fact-weights-repository.ts';
import {
  type NamedSegment,
  segmentsOfStreets,
} from '../../store/repositories/segment-repository.ts';

/** Streets of a comparison: the first of either ranking. */
const MOST_STREETS = 100;

/** Every version of the weights, the one that begins last first. */
export async function readWeights({ store }: OpenFile): Promise<SignedWeights[]> {
  return [...(await listFactWeights(store.read))];
}

/** Sets weights from a day on, signed by who does. Those that stood stay as they were. */
export async function setWeights(
  file: OpenFile,
  input: Pick<WeightsVersion, 'validFrom' | 'note' | 'weights'>,
): Promise<SignedWeights> {
  const { store } = file;
  const set = {
    id: makeId(Date.parse(store.clock.now()), store.entropy.bytes(16)),
    setAt: store.clock.now(),
    setById: store.identity.officerId,
    ...input,
  };
  await store.write(async (handle) => {
    await insertFactWeights(handle, set, 1);
    const { id, ...fields } = set;
    await handle.record({
      entity: 'fact-weights',
      entityId: id,
      baseVersion: 0,
      change: { kind: 'command', name: 'setFactWeights', arguments: fields },
    });
  });
  file.announce(['facts', 'outbox']);
  return { ...set, setByName: file.officerName, isSetAside: false };
}

/** The last twelve months of which there are facts that rank streets, and whether there are facts at all. */
export async function readRankedDays({ store }: OpenFile): Promise<RankedDays> {
  const newest = await newestDayOnStreets(store.read);
  if (newest === undefined) return { days: null, hasFacts: await hasFacts(store.read) };
  return { days: { ...yearEndingOn(newest) }, hasFacts: true };
}

/**
 * Two rankings of streets side by side, in the order of the second: by a version that was set (null: every
 * kind weighs one), and by weights that may take its place. Throws NOT_FOUND.
 */
export async function compareWeights(
  { store }: OpenFile,
  input: {
    readonly from: Day;
    readonly to: Day;
    readonly againstId: Id | null;
    readonly weights: Weights;
  },
): Promise<MovedStreet[]> {
  const { from, to, againstId, weights } = input;
  const against = (await listFactWeights(store.read)).find(({ id }) => id === againstId);
  if (againstId !== null && against === undefined) {
    throw new WorkbenchError('NOT_FOUND', { what: 'fact-weights' });
  }
  const { counts, names } = await countFactsByStreet(store.read, { from, to });
  const streets = compareRankings(counts, against?.weights, weights).filter(
    ({ before, after }) => Math.min(before.rank, after.rank) <= MOST_STREETS,
  );
  const areas = await areasOf(
    store,
    streets.map(({ placeId }) => placeId),
  );
  return streets.map(({ placeId, before, after, rises }) => ({
    streetId: placeId,
    ...(names.get(placeId) ?? { nameNl: '', nameFr: '' }),
    areaNl: areas.get(placeId)?.neighbourhoodNameNl ?? '',
    areaFr: areas.get(placeId)?.neighbourhoodNameFr ?? '',
    before: { rank: before.rank, score: before.score },
    after: { rank: after.rank, score: after.score },
    rises,
    reported: after.reported,
    foundByPolice: after.foundByPolice,
  }));
}

/** The longest stretch of each street. */
async function areasOf(
  { read, clock }: OpenFile['store'],
  streetIds: readonly Id[],
): Promise<ReadonlyMap<Id, NamedSegment>> {
  const segments = await segmentsOfStreets(read, streetIds, dayOf(clock.now()));
  return new Map(segments.toReversed().map((segment) => [segment.streetId, segment]));
}
