import type { Language } from '#shared/contract/desk.ts';
import type { MapLandscape } from '#shared/contract/territory.ts';
import type { LandscapeKind } from '#shared/domain/territory/territory.ts';

import type { LabelPoint } from './label-point.ts';
import { boxOf, projectLine, type WorldBox, type WorldLine } from './mercator.ts';
import { nameIn, widestLabelPoint } from './shapes.ts';

/** Water, green or railway as the map draws it: surfaces, or lines, never both. */
export interface LandscapeShape {
  readonly kind: LandscapeKind;
  /** Empty when it has none. */
  readonly name: string;
  /** One list of rings per polygon, outer ring first. */
  readonly polygons: readonly (readonly WorldLine[])[];
  readonly lines: readonly WorldLine[];
  readonly box: WorldBox;
  /** Where the name of a surface stands; a line carries its name along it. */
  readonly label: LabelPoint | undefined;
}

export function shapeLandscape(
  landscape: readonly MapLandscape[],
  language: Language,
): readonly LandscapeShape[] {
  return landscape.map((one) => {
    const { type, coordinates } = one.geometry;
    const polygons =
      type === 'MultiPolygon' ? coordinates.map((rings) => rings.map(projectLine)) : [];
    const lines = type === 'MultiLineString' ? coordinates.map(projectLine) : [];
    const name = nameIn(language, one);
    return {
      kind: one.kind,
      name,
      polygons,
      lines,
      box: boxOf([...polygons.flat(), ...lines]),
      label: name ? widestLabelPoint(polygons) : undefined,
    };
  });
}
