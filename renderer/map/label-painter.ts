import type { AreaKind } from '#shared/domain/territory/territory.ts';

import { freePlace, type LabelSpace, makeLabelSpace } from './label-space.ts';
import { paintLandscapeNames } from './landscape-labels.ts';
import type { LandscapeShape } from './landscape-shapes.ts';
import { lengthOf } from './line-labels.ts';
import { around, makeMeasure, onScreen, positionsAlong, writeAlong } from './line-writer.ts';
import { MAP_FONT } from './map-font.ts';
import { type Frame, frameBox, screenX, screenY, touches, type WorldBox } from './mercator.ts';
import type { MapPalette } from './palette.ts';
import type { AreaShape, StreetName } from './shapes.ts';
import { NAMES_FROM, streetWidth } from './street-style.ts';

/** The same name again after this many CSS pixels. */
const REPEAT_AFTER = 420;
/** A name may be a little wider than the room measured for it: letters are seldom that high. */
const OVERHANG = 2.3;
/** How far a name may step aside, as a share of the room around its place. */
const REACH = 1.15;

/**
 * Writes the names of areas, then of water, parks and stations, then of streets; one that would touch
 * another is left out.
 *
 * @param over boxes of what is drawn over the names, CSS pixels: names of areas step aside for marks, and no name
 * touches a label.
 */
export function paintLabels(
  context: CanvasRenderingContext2D,
  frame: Frame,
  palette: MapPalette,
  areas: readonly AreaShape[],
  landscape: readonly LandscapeShape[],
  names: readonly StreetName[],
  over: { readonly marks: readonly WorldBox[]; readonly labels: readonly WorldBox[] },
): void {
  const space = makeLabelSpace();
  const markSpace = makeLabelSpace();
  for (const mark of over.marks) markSpace.take([mark]);
  for (const label of over.labels) space.take([label]);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  const view = frameBox(frame);
  const visible = areas.filter((area) => touches(area.box, view));
  for (const kind of kindsNamedAt(frame.zoom, visible)) {
    const named = visible
      .filter((area) => area.kind === kind && area.label)
      .sort((one, other) => (other.label?.radius ?? 0) - (one.label?.radius ?? 0));
    for (const area of named) paintAreaName(context, frame, palette, area, space, markSpace);
  }
  paintLandscapeNames(context, frame, palette, landscape, { space, markSpace });
  paintStreetNames(context, frame, palette, names, space);
}

/** Far out municipalities are named, nearer their parts, then neighbourhoods. */
function kindsNamedAt(zoom: number, areas: readonly AreaShape[]): readonly AreaKind[] {
  const present = new Set(areas.map(({ kind }) => kind));
  const finest = (['neighbourhood', 'sub-municipality', 'municipality', 'zone'] as const).find(
    (kind) => present.has(kind),
  );
  if (zoom < 11.25) return ['municipality', 'sub-municipality'];
  if (zoom > (finest === 'neighbourhood' ? 17 : 14)) return [];
  return finest ? [finest] : [];
}

function paintAreaName(
  context: CanvasRenderingContext2D,
  frame: Frame,
  palette: MapPalette,
  area: AreaShape,
  space: LabelSpace,
  markSpace: LabelSpace,
): void {
  if (!area.label) return;
  const large = area.kind !== 'neighbourhood';
  const size = large ? 14 : Math.max(11, Math.min(15, 11 + (frame.zoom - 12) * 1.1));
  context.font = `${large ? 700 : 600} ${size}px ${MAP_FONT}`;
  context.letterSpacing = large ? '1.2px' : '0.35px';
  const room = area.label.radius * frame.scale * OVERHANG;
  const lines = wrap(context, nameOnMap(area.name), Math.max(room, 64));
  const width = Math.max(...lines.map((line) => context.measureText(line).width));
  const lineHeight = size * 1.18;
  const height = lineHeight * lines.length;
  const place = freePlace(
    { x: screenX(frame, area.label.x), y: screenY(frame, area.label.y) },
    area.label.radius * frame.scale * REACH,
    (at) => markSpace.isFree(around(at.x, at.y, width + 4, height)),
  );
  const fits = width <= Math.max(room, 40) * 1.25;
  if (!place || !fits || !space.take([around(place.x, place.y, width + 10, height + 6)])) {
    context.letterSpacing = '0px';
    return;
  }
  const { x, y } = place;
  context.lineWidth = 3.5;
  context.strokeStyle = palette.areaHalo;
  context.fillStyle = large ? palette.municipalityLabel : palette.areaLabel;
  lines.forEach((line, index) => {
    const lineY = y + (index - (lines.length - 1) / 2) * lineHeight;
    context.strokeText(line, x, lineY);
    context.fillText(line, x, lineY);
  });
  context.letterSpacing = '0px';
}

/** Sources add the municipality in brackets, "Centre (Bigtown)"; on the map that is plain to see. */
function nameOnMap(name: string): string {
  return name.replace(/\s*\([^()]*\)$/, '') || name;
}

/** One line when it fits, else two of about the same width, broken at a space or after a hyphen. */
function wrap(context: CanvasRenderingContext2D, name: string, room: number): readonly string[] {
  if (context.measureText(name).width <= room) return [name];
  let best: readonly string[] = [name];
  let narrowest = context.measureText(name).width;
  for (const match of name.matchAll(/\s(?!-\s)|(?<=\S-)(?=\S)/g)) {
    const lines = [name.slice(0, match.index).trim(), name.slice(match.index).trim()];
    const width = Math.max(...lines.map((line) => context.measureText(line).width));
    if (lines.every(Boolean) && width < narrowest) {
      best = lines;
      narrowest = width;
    }
  }
  return best;
}

function paintStreetNames(
  context: CanvasRenderingContext2D,
  frame: Frame,
  palette: MapPalette,
  names: readonly StreetName[],
  space: LabelSpace,
): void {
  const view = frameBox(frame);
  const order = { main: 0, connecting: 1, local: 2, path: 3 } as const;
  const candidates = names
    .filter(({ roadClass, box }) => frame.zoom >= NAMES_FROM[roadClass] && touches(box, view))
    .map((street) => ({ street, line: onScreen(frame, street.line) }))
    .map((candidate) => ({ ...candidate, length: lengthOf(candidate.line) }))
    .sort(
      (one, other) =>
        order[one.street.roadClass] - order[other.street.roadClass] || other.length - one.length,
    );
  context.fillStyle = palette.streetLabel;
  context.strokeStyle = palette.streetHalo;
  context.lineWidth = 3;
  const measure = makeMeasure(context);
  for (const { street, line, length } of candidates) {
    const width = streetWidth(street.roadClass, frame.zoom);
    const size = Math.max(10, Math.min(13.5, width * 0.78));
    context.font = `500 ${size}px ${MAP_FONT}`;
    const widths = measure(street.name, size);
    const total = widths.reduce((sum, letter) => sum + letter, 0);
    if (total + 8 > length) continue;
    for (const at of positionsAlong(length, total, REPEAT_AFTER)) {
      writeAlong(context, street.name, line, { widths, at, size }, space);
    }
  }
}
