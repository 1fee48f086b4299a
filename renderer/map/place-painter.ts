import { around } from './line-writer.ts';
import { MAP_FONT } from './map-font.ts';
import { type Frame, frameBox, screenX, screenY, touches, type WorldBox } from './mercator.ts';
import type { MapPalette } from './palette.ts';
import type { PlaceMark, PlaceShape } from './place-shapes.ts';
import { streetWidth } from './street-style.ts';
import { traceLine } from './trace.ts';

/** Multiples of the width of a street, and the least in CSS pixels. */
const WIDTHS: Readonly<Record<PlaceMark, readonly [times: number, least: number]>> = {
  strong: [1.15, 4.5],
  dotted: [0.8, 3.5],
  dashed: [0.7, 3],
  thin: [0.4, 1.6],
};
/** Drawn in this order: what matters most lies on top. */
const ORDER: readonly PlaceMark[] = ['thin', 'dashed', 'dotted', 'strong'];
const EDGE_PIXELS = 2.5;
/** Around each dot, on either side: dots lie apart, so a ring tells them from a road of their own colour. */
const RING_PIXELS = 1.25;
const FAINT = 0.55;
const LABEL_PIXELS = 12;
/** Of the disc around a word, CSS pixels. */
const DISC = 20;
const AREA_ALPHA = 0.32;

/** Draws places over the town: edges first, then those of each mark. */
export function paintPlaces(
  context: CanvasRenderingContext2D,
  frame: Frame,
  palette: MapPalette,
  places: readonly PlaceShape[],
): void {
  const view = frameBox(frame, 24);
  const seen = places.filter(({ box }) => touches(box, view));
  context.save();
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const place of seen) if (place.isEdged) paintEdge(context, frame, palette, place);
  for (const mark of ORDER) {
    for (const place of seen) if (place.mark === mark) paintPlace(context, frame, palette, place);
  }
  context.restore();
}

/** Where the words on places stand, CSS pixels: names make room for them. */
export function boxesOfLabels(frame: Frame, places: readonly PlaceShape[]): readonly WorldBox[] {
  return places.flatMap(({ label }) =>
    label ? [around(screenX(frame, label.x), screenY(frame, label.y), DISC, DISC)] : [],
  );
}

/** Writes the words on places, over the names of the town. */
export function paintPlaceLabels(
  context: CanvasRenderingContext2D,
  frame: Frame,
  palette: MapPalette,
  places: readonly PlaceShape[],
): void {
  context.save();
  for (const { label } of places) if (label) paintLabel(context, frame, palette, label);
  context.restore();
}

/** A disc with a word in it, as wide as the word asks for. */
function paintLabel(
  context: CanvasRenderingContext2D,
  frame: Frame,
  palette: MapPalette,
  label: NonNullable<PlaceShape['label']>,
): void {
  const x = screenX(frame, label.x);
  const y = screenY(frame, label.y);
  context.font = `700 ${LABEL_PIXELS}px ${MAP_FONT}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const half = Math.max(0, (context.measureText(label.text).width - LABEL_PIXELS) / 2);
  context.beginPath();
  context.roundRect(x - half - DISC / 2, y - DISC / 2, 2 * half + DISC, DISC, DISC / 2);
  context.fillStyle = palette.clusterFill;
  context.fill();
  context.strokeStyle = palette.clusterText;
  context.lineWidth = 1.5;
  context.stroke();
  context.fillStyle = palette.clusterText;
  context.fillText(label.text, x, y + 0.5);
}

function paintEdge(
  context: CanvasRenderingContext2D,
  frame: Frame,
  palette: MapPalette,
  place: PlaceShape,
): void {
  context.setLineDash([]);
  context.globalAlpha = 1;
  trace(context, frame, place);
  const inner = widthOf(place, place.mark ?? 'thin', frame.zoom);
  context.strokeStyle = palette.selection;
  context.lineWidth = inner + 2 * EDGE_PIXELS;
  context.stroke();
  context.strokeStyle = palette.markRing;
  context.lineWidth = inner + EDGE_PIXELS;
  context.stroke();
}

function paintPlace(
  context: CanvasRenderingContext2D,
  frame: Frame,
  palette: MapPalette,
  place: PlaceShape,
): void {
  const { mark } = place;
  if (mark === null) return;
  const width = widthOf(place, mark, frame.zoom);
  trace(context, frame, place);
  const colour = palette.places[mark];
  if (place.isArea) {
    context.globalAlpha = AREA_ALPHA;
    context.fillStyle = colour;
    context.fill('evenodd');
  }
  context.setLineDash([...dashOf(mark, width)]);
  if (mark === 'dotted') {
    context.globalAlpha = 1;
    context.strokeStyle = palette.markRing;
    context.lineWidth = width + 2 * RING_PIXELS;
    context.stroke();
  }
  context.globalAlpha = place.isSure ? 1 : FAINT;
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
  context.setLineDash([]);
}

function dashOf(mark: PlaceMark, width: number): readonly number[] {
  // A dash of no length with a round end is a dot.
  if (mark === 'dotted') return [0.01, width * 1.9];
  if (mark === 'dashed') return [width * 2.2, width * 2.2];
  return [];
}

function widthOf({ isArea, roadClass }: PlaceShape, mark: PlaceMark, zoom: number): number {
  const [times, least] = WIDTHS[mark];
  return isArea ? least : Math.max(least, times * streetWidth(roadClass, zoom));
}

function trace(context: CanvasRenderingContext2D, frame: Frame, place: PlaceShape): void {
  context.beginPath();
  for (const line of place.lines) {
    traceLine(context, frame, line);
    if (place.isArea) context.closePath();
  }
}
