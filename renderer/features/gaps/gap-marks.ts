import type { GapLine, GapMap } from '#shared/contract/gaps.ts';
import type { MapArea } from '#shared/contract/territory.ts';
import type { GapLevel } from '#shared/domain/gaps/gap-map.ts';
import type { GapClass } from '#shared/domain/statistics/gap.ts';

import { areaShape, lineShape, type PlaceMark, type PlaceShape } from '../../map/place-shapes.ts';

/** The stroke of each class; a place that was asked too little has none. */
export const MARK_OF: Readonly<Record<GapClass, PlaceMark | null>> = {
  'felt-and-recorded': 'strong',
  'felt-only': 'dotted',
  'recorded-only': 'dashed',
  calm: 'thin',
  'too-few': null,
};

/** What is drawn over the town; nothing for places whose shape is not here yet. */
export function gapShapes(
  level: GapLevel,
  drawn: GapMap['drawn'],
  lines: readonly GapLine[],
  areas: readonly MapArea[],
): readonly PlaceShape[] {
  const lookOf = (place: GapMap['drawn'][number]) => ({
    id: place.id,
    mark: MARK_OF[place.class],
    isSure: place.isSure,
    isEdged: place.isHot,
  });
  if (level === 'neighbourhood') {
    const byId = new Map(areas.map((area) => [area.id, area]));
    return drawn.flatMap((place) => {
      const area = byId.get(place.id);
      return area ? [areaShape(lookOf(place), area.geometry)] : [];
    });
  }
  const byId = Map.groupBy(lines, (line) => (level === 'street' ? line.streetId : line.id));
  return drawn.flatMap((place) => {
    const own = byId.get(place.id);
    const first = own?.[0];
    if (!own || !first) return [];
    const pieces = own.map(({ line }) => line);
    return [lineShape(lookOf(place), pieces, first.roadClass)];
  });
}
