import { FactDays } from '#shared/domain/facts/coverage.ts';
import { type Fact, MOST_FACTS_OF_BATCH } from '#shared/domain/facts/fact.ts';
import { factPeriodOf } from '#shared/domain/facts/fact-time.ts';
import type { Line } from '#shared/domain/territory/geometry.ts';
import { middleOf } from '#shared/domain/territory/geometry.ts';
import type { Id } from '#shared/lib/ids.ts';
import { makeId } from '#shared/lib/ids.ts';
import { pick, randomBytes, seededRandom } from '#shared/lib/random.ts';

import { putFactBatch } from '../../workbench/store/repositories/fact-repository.ts';
import type { Store } from '../../workbench/store/store.ts';
import { noteCounts, storeFactImport } from './many-facts.ts';

const KINDS = ['vandalism', 'bicycle-theft', 'burglary', 'drugs', 'nuisance', 'dumping'] as const;
/** Of five facts one was found by police. */
const ORIGINS = ['public', 'public', 'public', 'partner', 'police'] as const;
/** Of twelve streets one is hot, with so many times the facts of another. */
const HOT_OF = 12;
const HOT_TIMES = 15;
const BATCHES_IN_ONE_TRANSACTION = 80;

export interface FactsToPlant {
  readonly seed: number;
  readonly count: number;
  /** Milliseconds since 1970 between which they happen. */
  readonly from: number;
  readonly to: number;
}

/**
 * Puts facts on the segments of a desk, as an import leaves them: on some streets many, on most few, the same
 * streets all along, mostly in the evening.
 */
export async function plantFacts(
  store: Store,
  { seed, count, from, to }: FactsToPlant,
  tell: (done: number) => void = () => undefined,
): Promise<void> {
  const random = seededRandom(seed);
  const newId = (): Id => makeId(from, randomBytes(random, 16));
  const segments = await store.read
    .selectFrom('segment')
    .select(['id', 'street_id', 'neighbourhood_id', 'geometry'])
    .where('valid_to', '>', '9000-01-01')
    .orderBy('official_id')
    .execute();
  const streets = [...new Set(segments.map(({ street_id }) => street_id))].sort();
  const hot = new Set(streets.filter(() => random() * HOT_OF < 1));
  const chosen = segments.flatMap((segment) =>
    Array.from({ length: hot.has(segment.street_id) ? HOT_TIMES : 1 }, () => segment),
  );
  const importId = newId();
  await storeFactImport(store, { id: importId, sourceId: newId() });
  const days = new FactDays();
  for (let done = 0; done < count;) {
    const until = Math.min(count, done + BATCHES_IN_ONE_TRANSACTION * MOST_FACTS_OF_BATCH);
    await store.write(async (handle) => {
      while (done < until) {
        const size = Math.min(MOST_FACTS_OF_BATCH, until - done);
        const first = pick(random, segments);
        const neighbourhoodId = first.neighbourhood_id;
        const facts = Array.from({ length: size }, () => fact());
        for (const { time } of facts) days.add(factPeriodOf(time));
        await putFactBatch(handle, { id: newId(), importId, neighbourhoodId, facts, version: 1 });
        done += size;
      }
    });
    tell(done);
  }
  const whole = days.days();
  if (whole !== null)
    await noteCounts(store, importId, {
      days: whole,
      stored: whole.facts,
      months: whole.months,
    });

  function fact(): Fact {
    const segment = pick(random, chosen);
    const [longitude, latitude] = middleOf(JSON.parse(segment.geometry) as Line);
    const day = from + Math.floor((random() * (to - from)) / 86_400_000) * 86_400_000;
    // From noon on, and most often late: the larger of two throws.
    const hour = 12 + Math.floor(11 * Math.max(random(), random()));
    return {
      kind: pick(random, KINDS),
      origin: pick(random, ORIGINS),
      time: new Date(day + hour * 3_600_000).toISOString(),
      position: [longitude, latitude],
      tie: 'nearest',
      streetId: segment.street_id,
      segmentId: segment.id,
    };
  }
}
