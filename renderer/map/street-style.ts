import type { RoadClass } from '#shared/domain/territory/territory.ts';

type Stops = readonly (readonly [zoom: number, pixels: number])[];

/** Width of the street itself, CSS pixels by zoom; between two stops it grows evenly in the exponent. */
const widths: Readonly<Record<RoadClass, Stops>> = {
  main: [
    [9, 0.9],
    [11, 1.8],
    [13, 3.4],
    [15, 7],
    [17, 14],
    [19, 30],
  ],
  connecting: [
    [10, 0.6],
    [12, 1.4],
    [13, 2.4],
    [15, 5.2],
    [17, 11],
    [19, 24],
  ],
  local: [
    [11, 0.35],
    [13, 1.1],
    [14, 1.9],
    [15, 3.4],
    [16, 5.6],
    [17, 9],
    [19, 20],
  ],
  path: [
    [13, 0.6],
    [15, 1.1],
    [17, 2],
    [19, 3.5],
  ],
};

/** From this zoom on a street has an outline; before that it would only smear. */
const CASING_FROM: Readonly<Record<RoadClass, number>> = {
  main: 10.5,
  connecting: 11.5,
  local: 13,
  path: 15,
};

/** From this zoom on a street of this class carries its name. */
export const NAMES_FROM: Readonly<Record<RoadClass, number>> = {
  main: 13.25,
  connecting: 14,
  local: 15,
  path: 16.5,
};

const railWidths: Stops = [
  [10, 0.8],
  [12, 1.6],
  [14, 3.2],
  [15, 4.2],
  [17, 6],
  [19, 10],
];

/** Width in CSS pixels, without outline. */
export function streetWidth(roadClass: RoadClass, zoom: number): number {
  return widthAt(widths[roadClass], zoom);
}

/** Width of a railway and length of its dashes, CSS pixels; no dashes where they would only blur. */
export function railStyle(zoom: number): { readonly width: number; readonly dash: number } {
  const width = widthAt(railWidths, zoom);
  return { width, dash: zoom < 12 ? 0 : 4 + width * 1.7 };
}

function widthAt(stops: Stops, zoom: number): number {
  const next = stops.findIndex(([at]) => at >= zoom);
  const upper = next < 0 ? stops.at(-1) : stops[next];
  const lower = next < 0 ? upper : stops[Math.max(0, next - 1)];
  if (!upper || !lower) return 1;
  if (upper[0] === lower[0]) return upper[1];
  const share = (zoom - lower[0]) / (upper[0] - lower[0]);
  return lower[1] * (upper[1] / lower[1]) ** share;
}

/** What the outline adds on each side, CSS pixels; 0 when there is none at this zoom. */
export function casingWidth(roadClass: RoadClass, zoom: number): number {
  if (zoom < CASING_FROM[roadClass]) return 0;
  return zoom < 14 ? 0.6 : zoom < 16 ? 0.85 : 1.15;
}
