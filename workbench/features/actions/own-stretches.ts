import type { Delivery, Measure } from '#shared/domain/actions/measure.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { TownPlaces } from '../gaps/index.ts';

/** Where it is planned, and where it was done before the plan changed. */
export function ownSegments({
  measures,
  deliveries,
}: {
  readonly measures: readonly Measure[];
  readonly deliveries: readonly Delivery[];
}): readonly Id[] {
  const done = deliveries.filter(({ withdrawn }) => !withdrawn);
  return [...measures, ...done].map(({ segmentId }) => segmentId);
}

/** The numbers of those stretches that the newest territory has. */
export function numbersOf(town: TownPlaces, segmentIds: readonly Id[]): ReadonlySet<number> {
  const numbers = segmentIds.map((id) => town.numbers.segment.get(id));
  return new Set(numbers.filter((number) => number !== undefined));
}
