import type { GapLine, GapRow } from '#shared/contract/gaps.ts';
import type { MapArea } from '#shared/contract/territory.ts';
import type { GapLevel } from '#shared/domain/gaps/gap-map.ts';
import { type Bounds, boundsOf } from '#shared/domain/territory/geometry.ts';

import { labelledLine, type PlaceShape } from '../../map/place-shapes.ts';
import { widened } from '../../map/widened.ts';

/**
 * What the map turns to for a row of the table: the place with a little land around, and for a piece of street
 * its number, for its street is marked as a whole. Null as long as its shape is not known.
 */
export function chosenPlace(
  level: GapLevel,
  row: Pick<GapRow, 'id' | 'stretch'>,
  lines: readonly GapLine[],
  areas: readonly MapArea[],
): { readonly bounds: Bounds; readonly label: PlaceShape | null } | null {
  if (level === 'neighbourhood') {
    const area = areas.find(({ id }) => id === row.id);
    const bounds = boundsOf(area?.geometry.flat(2) ?? []);
    return bounds ? { bounds: widened(bounds), label: null } : null;
  }
  const own = lines.filter((line) => (level === 'street' ? line.streetId : line.id) === row.id);
  const bounds = boundsOf(own.flatMap(({ line }) => line));
  const [piece] = own;
  if (!bounds || !piece) return null;
  const label =
    level === 'segment' && row.stretch !== null
      ? labelledLine(
          { id: `chosen ${row.id}`, mark: null, isSure: true, isEdged: false },
          piece.line,
          piece.roadClass,
          String(row.stretch),
        )
      : null;
  return { bounds: widened(bounds), label };
}
