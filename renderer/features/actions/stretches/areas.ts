import type { SegmentChoice } from '#shared/contract/actions.ts';
import { nearestOnLine, type Position } from '#shared/domain/territory/geometry.ts';
import type { Id } from '#shared/lib/ids.ts';

/** A neighbourhood that stretches lie in, by a word that is the same for all its rows; empty outside of every one. */
export type AreaKey = string;

export function areaOf({ neighbourhoods }: Pick<SegmentChoice, 'neighbourhoods'>): AreaKey {
  return neighbourhoods[0] ?? '';
}

/** The neighbourhood by any of its rows, where one of these stretches lies in it. */
export function areaNamed(
  segments: readonly SegmentChoice[],
  neighbourhoodId: Id | null,
): AreaKey | undefined {
  const found = segments.find(({ neighbourhoods }) =>
    neighbourhoodId === null
      ? neighbourhoods.length === 0
      : neighbourhoods.includes(neighbourhoodId),
  );
  return found && areaOf(found);
}

/** That of the stretch nearest to a place. */
export function areaNearest(
  segments: readonly SegmentChoice[],
  position: Position,
): AreaKey | undefined {
  const [nearest] = segments
    .map((segment) => ({ segment, metres: nearestOnLine(segment.line, position).metres }))
    .sort((one, other) => one.metres - other.metres);
  return nearest && areaOf(nearest.segment);
}

/** That which holds most of these stretches, in metres. */
export function mainArea(segments: readonly SegmentChoice[]): AreaKey {
  const metres = new Map<AreaKey, number>();
  for (const segment of segments) {
    const area = areaOf(segment);
    metres.set(area, (metres.get(area) ?? 0) + segment.lengthMetres);
  }
  const [main] = [...metres].sort(([, one], [, other]) => other - one);
  return main?.[0] ?? '';
}
