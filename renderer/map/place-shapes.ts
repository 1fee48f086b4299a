import { middleOf } from '#shared/domain/territory/geometry.ts';
import type { RoadClass } from '#shared/domain/territory/territory.ts';

import { boxOf, projectLine, type WorldBox, type WorldLine } from './mercator.ts';

/**
 * How a place is drawn over the town. Each differs by its stroke as well as by its colour, so that the map can be
 * read in black and white: whole and broad, dots, dashes, whole and thin.
 */
export const PLACE_MARKS = ['strong', 'dotted', 'dashed', 'thin'] as const;
export type PlaceMark = (typeof PLACE_MARKS)[number];

/** A street, a piece of it or a neighbourhood that is drawn over the town. */
export interface PlaceShape {
  readonly id: string;
  /** Null where it only has an edge. */
  readonly mark: PlaceMark | null;
  /** Drawn faint where chance may have put it there. */
  readonly isSure: boolean;
  /** Drawn with an edge all round. */
  readonly isEdged: boolean;
  readonly lines: readonly WorldLine[];
  readonly isArea: boolean;
  readonly roadClass: RoadClass;
  readonly box: WorldBox;
  /** A short word on the middle of the line, where it has one. */
  readonly label?: { readonly text: string; readonly x: number; readonly y: number };
}

type Look = Pick<PlaceShape, 'id' | 'mark' | 'isSure' | 'isEdged'>;
type Lines = Parameters<typeof projectLine>[0];

export function lineShape(look: Look, lines: readonly Lines[], roadClass: RoadClass): PlaceShape {
  const projected = lines.map(projectLine);
  return { ...look, lines: projected, isArea: false, roadClass, box: boxOf(projected) };
}

/** The same with a short word on the middle of its only line. */
export function labelledLine(
  look: Look,
  line: Lines,
  roadClass: RoadClass,
  text: string,
): PlaceShape {
  const [x = 0, y = 0] = projectLine([middleOf(line)]);
  return { ...lineShape(look, [line], roadClass), label: { text, x, y } };
}

/** @param geometry RFC 7946 MultiPolygon coordinates */
export function areaShape(look: Look, geometry: readonly (readonly Lines[])[]): PlaceShape {
  const rings = geometry.flat().map(projectLine);
  return { ...look, lines: rings, isArea: true, roadClass: 'main', box: boxOf(rings) };
}
