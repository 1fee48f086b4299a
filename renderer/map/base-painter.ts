import { ROAD_CLASSES, type RoadClass } from '#shared/domain/territory/territory.ts';
import { toWorld } from '#shared/domain/territory/web-mercator.ts';

import type { BasemapTiles } from './basemap/basemap-tiles.ts';
import { paintGreen, paintRail, paintWater } from './landscape-painter.ts';
import type { LandscapeShape } from './landscape-shapes.ts';
import { type Frame, frameBox, screenX, screenY, touches } from './mercator.ts';
import type { MapPalette } from './palette.ts';
import type { AreaShape, StreetShape } from './shapes.ts';
import { casingWidth, streetWidth } from './street-style.ts';
import { traceLine, tracePolygons } from './trace.ts';

export interface BaseScene {
  readonly areas: readonly AreaShape[];
  readonly landscape: readonly LandscapeShape[];
  readonly streets: readonly StreetShape[];
  /** Drawn over the others in the colour of the selection. */
  readonly highlightedStreetId: string | null;
}

/** Less important streets first, so that the others pass over them. */
const FROM_SMALL_TO_LARGE: readonly RoadClass[] = [...ROAD_CLASSES].reverse();
/**
 * From this zoom on inner borders are drawn over the streets they follow; further out they would only
 * stain them, and the fills on both sides tell enough.
 */
const BORDERS_ABOVE_FROM = 14.5;

/**
 * Draws land, landscape, streets and borders, without names, over the whole frame; where a background
 * map lies beneath, only what it lacks: borders, the highlighted street, and streets where it has none.
 *
 * @param basemap what lies beneath, or null for nothing
 */
export function paintBase(
  context: CanvasRenderingContext2D,
  frame: Frame,
  palette: MapPalette,
  scene: BaseScene,
  basemap: Pick<BasemapTiles, 'bounds' | 'hasStreets'> | null,
): void {
  if (!basemap) {
    paintDrawn(context, frame, palette, scene);
    return;
  }
  const { inside, outside, isWhole } = partsOf(frame, basemap.bounds);
  if (!isWhole) {
    context.save();
    context.clip(outside, 'evenodd');
    paintDrawn(context, frame, palette, scene);
    context.restore();
  }
  context.save();
  context.clip(inside);
  paintOver(context, frame, palette, scene, basemap.hasStreets);
  context.restore();
}

/** The parts of a frame in and outside of bounds; `isWhole` when there is nothing outside. */
function partsOf(frame: Frame, [west, south, east, north]: BasemapTiles['bounds']) {
  const corner = toWorld([west, north]);
  const opposite = toWorld([east, south]);
  const left = screenX(frame, corner.x);
  const top = screenY(frame, corner.y);
  const right = screenX(frame, opposite.x);
  const bottom = screenY(frame, opposite.y);
  const inside = new Path2D();
  inside.rect(left, top, right - left, bottom - top);
  const outside = new Path2D(inside);
  outside.rect(0, 0, frame.width, frame.height);
  const isWhole = left <= 0 && top <= 0 && right >= frame.width && bottom >= frame.height;
  return { inside, outside, isWhole };
}

/** What is drawn over a background map, which has land and mostly streets of its own. */
function paintOver(
  context: CanvasRenderingContext2D,
  frame: Frame,
  palette: MapPalette,
  scene: BaseScene,
  hasStreets: boolean,
): void {
  const view = frameBox(frame, 24);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  const areas = scene.areas.filter((area) => touches(area.box, view));
  const streets = scene.streets.filter(({ box }) => touches(box, view));
  paintBorderBands(context, frame, palette, areas);
  if (!hasStreets) paintStreets(context, frame, palette, streets);
  paintInnerBorders(context, frame, palette, areas);
  paintOuterBorders(context, frame, palette, areas);
  const highlighted = streets.filter(({ streetId }) => streetId === scene.highlightedStreetId);
  if (highlighted.length > 0) paintHighlight(context, frame, palette, highlighted);
}

/** Streets pass over water, which makes them bridges, and over rails. */
function paintDrawn(
  context: CanvasRenderingContext2D,
  frame: Frame,
  palette: MapPalette,
  scene: BaseScene,
): void {
  const view = frameBox(frame, 24);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  const areas = scene.areas.filter((area) => touches(area.box, view));
  paintLand(context, frame, palette, areas);
  const streets = scene.streets.filter((street) => touches(street.box, view));
  const landscape = scene.landscape.filter((shape) => touches(shape.box, view));
  paintGreen(context, frame, palette, landscape);
  paintBorderBands(context, frame, palette, areas);
  if (frame.zoom < BORDERS_ABOVE_FROM) paintInnerBorders(context, frame, palette, areas);
  // Over the borders: a canal that is one, far out, would be all border and no canal.
  paintWater(context, frame, palette, landscape);
  paintRail(context, frame, palette, landscape);
  paintStreets(context, frame, palette, streets);
  if (frame.zoom >= BORDERS_ABOVE_FROM) paintInnerBorders(context, frame, palette, areas);
  paintOuterBorders(context, frame, palette, areas);
  const highlighted = streets.filter(({ streetId }) => streetId === scene.highlightedStreetId);
  if (highlighted.length > 0) paintHighlight(context, frame, palette, highlighted);
}

function paintLand(
  context: CanvasRenderingContext2D,
  frame: Frame,
  palette: MapPalette,
  areas: readonly AreaShape[],
): void {
  const wholes = areas.filter(({ kind }) => kind !== 'neighbourhood');
  const neighbourhoods = areas.filter(({ kind }) => kind === 'neighbourhood');
  context.beginPath();
  for (const area of areas) tracePolygons(context, frame, area.polygons);
  context.strokeStyle = palette.lift;
  for (const [width, alpha] of [
    [18, 0.035],
    [11, 0.05],
    [5, 0.07],
  ] as const) {
    context.globalAlpha = alpha;
    context.lineWidth = width;
    context.stroke();
  }
  context.globalAlpha = 1;
  context.beginPath();
  for (const area of wholes) tracePolygons(context, frame, area.polygons);
  context.fillStyle = palette.land;
  context.fill('nonzero');
  for (const area of neighbourhoods) {
    context.beginPath();
    tracePolygons(context, frame, area.polygons);
    const fill = palette.fills[area.colour % palette.fills.length] ?? palette.land;
    context.fillStyle = fill;
    context.fill('evenodd');
    // Closes the hairline that antialiasing leaves between two fills.
    context.strokeStyle = fill;
    context.lineWidth = 0.8;
    context.stroke();
  }
}

function paintStreets(
  context: CanvasRenderingContext2D,
  frame: Frame,
  palette: MapPalette,
  streets: readonly StreetShape[],
): void {
  const byClass = Map.groupBy(streets, ({ roadClass }) => roadClass);
  for (const roadClass of FROM_SMALL_TO_LARGE) {
    const casing = casingWidth(roadClass, frame.zoom);
    if (casing === 0) continue;
    traceStreets(context, frame, byClass.get(roadClass) ?? []);
    context.strokeStyle = palette.roads[roadClass].casing;
    context.lineWidth = streetWidth(roadClass, frame.zoom) + 2 * casing;
    context.stroke();
  }
  for (const roadClass of FROM_SMALL_TO_LARGE) {
    traceStreets(context, frame, byClass.get(roadClass) ?? []);
    const cased = casingWidth(roadClass, frame.zoom) > 0;
    const { fill, casing } = palette.roads[roadClass];
    context.strokeStyle = cased || roadClass === 'path' ? fill : casing;
    const width = streetWidth(roadClass, frame.zoom);
    context.lineWidth = width;
    if (roadClass === 'path') context.setLineDash([width * 2.4, width * 2]);
    context.stroke();
    context.setLineDash([]);
  }
}

/** The broad tint along a border, under the streets so that it does not stain them. */
function paintBorderBands(
  context: CanvasRenderingContext2D,
  frame: Frame,
  palette: MapPalette,
  areas: readonly AreaShape[],
): void {
  const near = frame.zoom >= 14;
  const { neighbourhoodBand, municipalityBand } = palette;
  strokeAreas(context, frame, areas, 'neighbourhood', near ? 7 : 4, neighbourhoodBand);
  strokeAreas(context, frame, areas, 'sub-municipality', near ? 9 : 5, municipalityBand);
  strokeAreas(context, frame, areas, 'municipality', near ? 12 : 8, municipalityBand);
  strokeAreas(context, frame, areas, 'zone', near ? 12 : 8, municipalityBand);
}

/** The thin lines inside a municipality. */
function paintInnerBorders(
  context: CanvasRenderingContext2D,
  frame: Frame,
  palette: MapPalette,
  areas: readonly AreaShape[],
): void {
  const near = frame.zoom >= 14;
  const { neighbourhoodLine, municipalityLine } = palette;
  const short = near ? [7, 4.5] : [4, 3];
  strokeAreas(context, frame, areas, 'neighbourhood', near ? 1.5 : 1.1, neighbourhoodLine, short);
  strokeAreas(context, frame, areas, 'district', near ? 2.2 : 1.6, neighbourhoodLine, [9, 5]);
  const dotted = [10, 4, 2, 4];
  strokeAreas(context, frame, areas, 'sub-municipality', 1.6, municipalityLine, dotted);
}

/** The lines around municipalities and the zone. */
function paintOuterBorders(
  context: CanvasRenderingContext2D,
  frame: Frame,
  palette: MapPalette,
  areas: readonly AreaShape[],
): void {
  const width = frame.zoom >= 14 ? 2.4 : 1.8;
  strokeAreas(context, frame, areas, 'municipality', width, palette.municipalityLine);
  strokeAreas(context, frame, areas, 'zone', width, palette.municipalityLine);
}

function strokeAreas(
  context: CanvasRenderingContext2D,
  frame: Frame,
  areas: readonly AreaShape[],
  kind: AreaShape['kind'],
  width: number,
  style: string,
  dash: readonly number[] = [],
): void {
  context.beginPath();
  for (const area of areas) if (area.kind === kind) tracePolygons(context, frame, area.polygons);
  context.setLineDash([...dash]);
  context.lineCap = dash.length > 0 ? 'butt' : 'round';
  context.strokeStyle = style;
  context.lineWidth = width;
  context.stroke();
  context.setLineDash([]);
  context.lineCap = 'round';
}

function paintHighlight(
  context: CanvasRenderingContext2D,
  frame: Frame,
  palette: MapPalette,
  streets: readonly StreetShape[],
): void {
  // The street is covered before it is tinted, so that its tint is the same on every road class.
  for (const [style, extra, alpha] of [
    [palette.highlight, 6, 1],
    [palette.highlightCasing, 2, 1],
    [palette.highlight, 2, 0.4],
  ] as const) {
    context.strokeStyle = style;
    context.globalAlpha = alpha;
    for (const [roadClass, lines] of Map.groupBy(streets, (street) => street.roadClass)) {
      traceStreets(context, frame, lines);
      context.lineWidth = Math.max(2, streetWidth(roadClass, frame.zoom)) + extra;
      context.stroke();
    }
  }
  context.globalAlpha = 1;
}

function traceStreets(
  context: CanvasRenderingContext2D,
  frame: Frame,
  streets: readonly StreetShape[],
): void {
  context.beginPath();
  for (const { line } of streets) traceLine(context, frame, line);
}
