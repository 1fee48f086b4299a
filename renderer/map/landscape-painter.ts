import type { LandscapeKind } from '#shared/domain/territory/territory.ts';

import type { LandscapeShape } from './landscape-shapes.ts';
import type { Frame } from './mercator.ts';
import type { MapPalette } from './palette.ts';
import { railStyle } from './street-style.ts';
import { traceLine, tracePolygons } from './trace.ts';

/** Parks and woods, upon the land and under all that stands on it. */
export function paintGreen(
  context: CanvasRenderingContext2D,
  frame: Frame,
  palette: MapPalette,
  landscape: readonly LandscapeShape[],
): void {
  fillSurfaces(context, frame, landscape, 'green', palette.green);
}

/** Canals, rivers and ponds with their banks; of a waterway that is only a line, the line. */
export function paintWater(
  context: CanvasRenderingContext2D,
  frame: Frame,
  palette: MapPalette,
  landscape: readonly LandscapeShape[],
): void {
  fillSurfaces(context, frame, landscape, 'water', palette.water);
  strokeLines(context, frame, landscape, 'water', palette.water, frame.zoom < 13 ? 1.4 : 2);
}

/** Stations, and rails with the signature of a railway: a dark line broken by light dashes. */
export function paintRail(
  context: CanvasRenderingContext2D,
  frame: Frame,
  palette: MapPalette,
  landscape: readonly LandscapeShape[],
): void {
  const { station, rail } = palette;
  fillSurfaces(context, frame, landscape, 'rail', station);
  const { width, dash } = railStyle(frame.zoom);
  context.lineCap = 'butt';
  strokeLines(context, frame, landscape, 'rail', rail.dark, width);
  if (dash > 0) {
    context.setLineDash([dash, dash]);
    strokeLines(context, frame, landscape, 'rail', rail.light, width * 0.6);
    context.setLineDash([]);
  }
  context.lineCap = 'round';
}

function fillSurfaces(
  context: CanvasRenderingContext2D,
  frame: Frame,
  landscape: readonly LandscapeShape[],
  kind: LandscapeKind,
  { fill, edge }: { readonly fill: string; readonly edge: string },
): void {
  context.beginPath();
  for (const shape of landscape) {
    if (shape.kind === kind) tracePolygons(context, frame, shape.polygons);
  }
  context.fillStyle = fill;
  context.fill('evenodd');
  context.strokeStyle = edge;
  context.lineWidth = frame.zoom < 15 ? 0.6 : 1;
  context.stroke();
}

function strokeLines(
  context: CanvasRenderingContext2D,
  frame: Frame,
  landscape: readonly LandscapeShape[],
  kind: LandscapeKind,
  colour: string | { readonly fill: string },
  width: number,
): void {
  context.beginPath();
  for (const shape of landscape) {
    if (shape.kind !== kind) continue;
    for (const line of shape.lines) traceLine(context, frame, line);
  }
  context.strokeStyle = typeof colour === 'string' ? colour : colour.fill;
  context.lineWidth = width;
  context.stroke();
}
