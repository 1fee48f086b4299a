import type { Language } from '#shared/contract/desk.ts';
import type { MapArea, MapSegment } from '#shared/contract/territory.ts';
import type { AreaKind, RoadClass } from '#shared/domain/territory/territory.ts';

import { colourAreas } from './area-colours.ts';
import { type LabelPoint, labelPointOf } from './label-point.ts';
import { chainLines } from './line-chains.ts';
import { boxOf, projectLine, type WorldBox, type WorldLine } from './mercator.ts';

export interface AreaShape {
  readonly id: string;
  readonly kind: AreaKind;
  readonly name: string;
  /** One list of rings per polygon, outer ring first. */
  readonly polygons: readonly (readonly WorldLine[])[];
  readonly box: WorldBox;
  readonly label: LabelPoint | undefined;
  /** Number of its soft fill. */
  readonly colour: number;
}

export interface StreetShape {
  readonly streetId: string;
  readonly roadClass: RoadClass;
  readonly line: WorldLine;
  readonly box: WorldBox;
}

/** A street's name and the line it may be written along. */
export interface StreetName {
  readonly name: string;
  readonly roadClass: RoadClass;
  readonly line: WorldLine;
  readonly box: WorldBox;
}

/** The name in the reader's language; Dutch stands in where a source has no French one. */
export function nameIn(
  language: Language,
  named: { readonly nameNl: string; readonly nameFr: string },
): string {
  const first = language === 'fr' ? named.nameFr : named.nameNl;
  return first || named.nameNl || named.nameFr;
}

export function shapeAreas(
  areas: readonly MapArea[],
  language: Language,
  colours: number,
): readonly AreaShape[] {
  const shapes = areas.map((area) => {
    const polygons = area.geometry.map((rings) => rings.map(projectLine));
    return { area, polygons, box: boxOf(polygons.flat()) };
  });
  const neighbourhoods = shapes.filter(({ area }) => area.kind === 'neighbourhood');
  const chosen = colourAreas(
    neighbourhoods.map(({ polygons }) => polygons.flat()),
    colours,
  );
  const colourOf = new Map(neighbourhoods.map(({ area }, index) => [area.id, chosen[index] ?? 0]));
  return shapes.map(({ area, polygons, box }) => ({
    id: area.id,
    kind: area.kind,
    name: nameIn(language, area),
    polygons,
    box,
    label: widestLabelPoint(polygons),
    colour: colourOf.get(area.id) ?? 0,
  }));
}

/** An area of several parts carries its name once, in the part with most room. */
export function widestLabelPoint(polygons: AreaShape['polygons']): LabelPoint | undefined {
  let widest: LabelPoint | undefined;
  for (const rings of polygons) {
    const point = labelPointOf(rings);
    if (point && point.radius > (widest?.radius ?? -1)) widest = point;
  }
  return widest;
}

export function shapeStreets(segments: readonly MapSegment[]): readonly StreetShape[] {
  return segments.map(({ streetId, roadClass, line }) => {
    const projected = projectLine(line);
    return { streetId, roadClass, line: projected, box: boxOf([projected]) };
  });
}

/** The lines to write names along: all segments of a street and class, joined end to end. */
export function shapeStreetNames(
  segments: readonly MapSegment[],
  language: Language,
): readonly StreetName[] {
  const groups = new Map<string, { name: string; roadClass: RoadClass; lines: WorldLine[] }>();
  for (const segment of segments) {
    const name = nameIn(language, segment);
    if (!name) continue;
    const key = `${segment.streetId} ${segment.roadClass}`;
    const group = groups.get(key);
    const line = projectLine(segment.line);
    if (group) group.lines.push(line);
    else groups.set(key, { name, roadClass: segment.roadClass, lines: [line] });
  }
  return [...groups.values()].flatMap(({ name, roadClass, lines }) =>
    chainLines(lines).map((line) => ({ name, roadClass, line, box: boxOf([line]) })),
  );
}
