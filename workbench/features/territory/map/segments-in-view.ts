import type { MapSegment } from '#shared/contract/territory.ts';
import type { Bounds } from '#shared/domain/territory/geometry.ts';
import { ROAD_CLASSES, type RoadClass } from '#shared/domain/territory/territory.ts';

import type { OpenFile } from '../../../context.ts';
import { segmentLayer } from './segment-layer.ts';
import { metresPerPixel } from './simplify-line.ts';

/** The most lines one view is given; a town has fewer. */
export const MOST_SEGMENTS = 20_000;

/** Lines shorter than this on the screen, in pixels, are left out where every road is called local. */
const SHORTEST_PIXELS = 4;
/** From this zoom on (a view some 10 km wide) every street is drawn. */
const STREETS_ZOOM = 14;

/** From this zoom on (a zone of 20 km fits a screen) few lines are drawn whole: a small town is all streets. */
const TOWN_ZOOM = 12;
const FEW_SEGMENTS = 4_000;

const ROADS: readonly RoadClass[] = ['main', 'connecting'];
const STREETS: readonly RoadClass[] = [...ROADS, 'local'];

/** The road classes drawn at a whole zoom level, when so many lines of all classes touch the view. */
export function classesAt(zoom: number, touching: number): readonly RoadClass[] {
  if (zoom >= 15) return ROAD_CLASSES;
  if (zoom >= STREETS_ZOOM || (zoom >= TOWN_ZOOM && touching <= FEW_SEGMENTS)) return STREETS;
  return zoom < 13 ? ['main'] : ROADS;
}

/**
 * Lines of today that touch `bounds`, with as many points as `zoom` can show. Far out only important
 * roads, unless all streets together are few; where the territory does not tell which roads are
 * important, the lines long enough to be seen.
 * `more` when there were over {@link MOST_SEGMENTS}: then the least important are missing.
 */
export async function readSegmentsInView(
  file: OpenFile,
  input: { readonly bounds: Bounds; readonly zoom: number },
): Promise<{ segments: MapSegment[]; more: boolean }> {
  const layer = await segmentLayer(file.store);
  const zoom = Math.floor(input.zoom);
  const [, south, , north] = input.bounds;
  const shortest =
    layer.hasRoadClasses || zoom >= STREETS_ZOOM
      ? 0
      : SHORTEST_PIXELS * metresPerPixel(zoom, (south + north) / 2);
  const all = layer.touching(input.bounds, ROAD_CLASSES);
  const classes = layer.hasRoadClasses ? classesAt(zoom, all.length) : ROAD_CLASSES;

  const segments: MapSegment[] = [];
  for (const number of layer.touching(input.bounds, classes)) {
    if ((layer.segments[number]?.lengthMetres ?? 0) < shortest) continue;
    if (segments.length === MOST_SEGMENTS) return { segments, more: true };
    segments.push(layer.drawnAt(number, zoom));
  }
  return { segments, more: false };
}
