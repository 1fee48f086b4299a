import { type WorldPoint } from '#shared/domain/territory/web-mercator.ts';

import { MARGIN } from './canvas-layer.ts';
import { freePlace, type LabelSpace } from './label-space.ts';
import type { LandscapeShape } from './landscape-shapes.ts';
import { spanWithin } from './line-labels.ts';
import { around, makeMeasure, onScreen, writeAlong } from './line-writer.ts';
import { MAP_FONT } from './map-font.ts';
import { type Frame, frameBox, screenX, screenY, touches, type WorldBox } from './mercator.ts';
import type { MapPalette } from './palette.ts';

/** From this zoom on a waterway carries its name. */
const COURSES_FROM = 13;
/** From this zoom on a station carries its name, however small it is drawn. */
const STATIONS_FROM = 13.5;
/** From this zoom on a park or a pond does, where it has room for it. */
const SURFACES_FROM = 13.75;
/** The name of a waterway again after this many CSS pixels: there is seldom more than one. */
const REPEAT_AFTER = 640;
/** Places for it are tried at this distance, CSS pixels. */
const TRY_EVERY = 9;
/** A name may be this much wider than the room measured for it. */
const OVERHANG = 2.6;
/** How far a name may step aside, as a share of the room around its place. */
const REACH = 1.1;
/** A station is small: its name may stand beside it, CSS pixels. */
const STATION_REACH = 28;

/** What of a frame is not seen on each side, as a share of it. */
const HIDDEN_SHARE = MARGIN / (1 + 2 * MARGIN);

/** Where names stand already, and where marks will be drawn over them. */
interface Spaces {
  readonly space: LabelSpace;
  readonly markSpace: LabelSpace;
}

/** Writes the names of waterways along them, and of parks, ponds and stations upon them. */
export function paintLandscapeNames(
  context: CanvasRenderingContext2D,
  frame: Frame,
  palette: MapPalette,
  landscape: readonly LandscapeShape[],
  spaces: Spaces,
): void {
  const view = frameBox(frame);
  const named = landscape.filter(({ name, box }) => name !== '' && touches(box, view));
  context.lineWidth = 3;
  for (const shape of named) {
    const { text, halo } = palette.landscapeLabels[shape.kind];
    context.fillStyle = text;
    context.strokeStyle = halo;
    if (shape.label) paintSurfaceName(context, frame, shape, spaces);
    else if (shape.kind === 'water') paintCourseName(context, frame, shape, spaces);
  }
  context.letterSpacing = '0px';
}

function paintCourseName(
  context: CanvasRenderingContext2D,
  frame: Frame,
  { name, lines }: LandscapeShape,
  { space, markSpace }: Spaces,
): void {
  if (frame.zoom < COURSES_FROM) return;
  const size = Math.max(11, Math.min(14, 11 + (frame.zoom - 14) * 1.2));
  context.font = `italic 500 ${size}px ${MAP_FONT}`;
  context.letterSpacing = '1.4px';
  const widths = makeMeasure(context)(name, size);
  const view = innerBox(frame);
  const isSeen = (box: WorldBox): boolean => markSpace.isFree(box) && isWithin(view, box);
  for (const line of lines) {
    const drawn = onScreen(frame, line);
    const span = spanWithin(drawn, view);
    if (!span) continue;
    const written: number[] = [];
    for (const at of fromTheMiddle(...span)) {
      if (written.some((other) => Math.abs(other - at) < REPEAT_AFTER)) continue;
      const room = { widths, at, size };
      if (writeAlong(context, name, drawn, room, space, isSeen)) written.push(at);
    }
  }
}

/** Places to try between two distances, the middle first and then on both sides of it in turn. */
function fromTheMiddle(from: number, to: number): readonly number[] {
  const middle = (from + to) / 2;
  const steps = Math.floor((to - from) / 2 / TRY_EVERY);
  return Array.from({ length: 2 * steps + 1 }, (_, index) => {
    const away = Math.ceil(index / 2) * TRY_EVERY;
    return index % 2 === 0 ? middle + away : middle - away;
  });
}

function paintSurfaceName(
  context: CanvasRenderingContext2D,
  frame: Frame,
  { kind, name, label }: LandscapeShape,
  { space, markSpace }: Spaces,
): void {
  const station = kind === 'rail';
  if (!label || frame.zoom < (station ? STATIONS_FROM : SURFACES_FROM)) return;
  const size = Math.max(10.5, Math.min(13, 10.5 + (frame.zoom - 14) * 0.8));
  context.font = `${kind === 'water' ? 'italic 500' : '600'} ${size}px ${MAP_FONT}`;
  context.letterSpacing = '0.2px';
  const width = context.measureText(name).width;
  if (!station && width > label.radius * frame.scale * OVERHANG) return;
  const boxAt = (at: WorldPoint): WorldBox => around(at.x, at.y, width + 6, size * 1.3);
  const place = freePlace(
    { x: screenX(frame, label.x), y: screenY(frame, label.y) },
    station ? STATION_REACH : label.radius * frame.scale * REACH,
    (at) => space.isFree(boxAt(at)) && markSpace.isFree(boxAt(at)),
  );
  if (!place) return;
  space.take([boxAt(place)]);
  context.strokeText(name, place.x, place.y);
  context.fillText(name, place.x, place.y);
}

/** What of the frame is seen while the map is at rest, so that no name is cut off at the edge. */
function innerBox({ width, height }: Frame): WorldBox {
  const [x, y] = [width * HIDDEN_SHARE, height * HIDDEN_SHARE];
  return { minX: x, minY: y, maxX: width - x, maxY: height - y };
}

function isWithin(outer: WorldBox, inner: WorldBox): boolean {
  return (
    inner.minX > outer.minX &&
    inner.minY > outer.minY &&
    inner.maxX < outer.maxX &&
    inner.maxY < outer.maxY
  );
}
