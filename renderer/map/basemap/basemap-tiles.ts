import Point from '@mapbox/point-geometry';
import { PMTiles, type Source } from 'pmtiles';
import {
  paint,
  type PaintRule,
  PmtilesSource,
  type PreparedTile,
  TileCache,
  View,
} from 'protomaps-leaflet';

import type { Basemap } from '#shared/contract/basemap.ts';
import type { Bounds } from '#shared/domain/territory/geometry.ts';
import { toWorld } from '#shared/domain/territory/web-mercator.ts';

import { type Frame, screenX, screenY } from '../mercator.ts';
import type { MapPalette } from '../palette.ts';
import { basemapRules } from './basemap-rules.ts';
import { ROAD_LAYERS, STREETS_FROM } from './tile-schemas.ts';

/** A tile of the file covers this many CSS pixels: two levels of Leaflet share one, as its makers mean it. */
const TILE_PIXELS = 512;
const LEVELS_APART = 1;

/** The background map: where it is, and how to draw a view of it. */
export interface BasemapTiles {
  readonly bounds: Bounds;
  readonly attribution: string;
  /** Whether the file goes down to the streets; those of the territory are drawn where it does not. */
  readonly hasStreets: boolean;
  /**
   * Draws the view as far as its tiles are there, and what was there before in its place; asks for what
   * is missing and calls `onReady` when it came.
   */
  paint(
    context: CanvasRenderingContext2D,
    frame: Frame,
    palette: MapPalette,
    onReady: () => void,
  ): void;
}

/**
 * @param source gives the bytes of the file
 * @param onFailure called once when the file cannot be read
 */
export function makeBasemapTiles(
  basemap: Basemap,
  source: Source,
  onFailure: (cause: unknown) => void,
): BasemapTiles {
  const tiles = new PmtilesSource(new PMTiles(source), false);
  const view = new View(new TileCache(tiles, TILE_PIXELS), basemap.maxZoom, LEVELS_APART);
  let ready: {
    readonly zoom: number;
    readonly key: string;
    readonly tiles: PreparedTile[];
  } | null = null;
  let asked = '';
  let styled: { readonly palette: MapPalette; readonly rules: PaintRule[] } | null = null;

  function rulesFor(palette: MapPalette): PaintRule[] {
    if (styled?.palette !== palette) {
      styled = { palette, rules: basemapRules(palette, basemap.layers) };
    }
    return styled.rules;
  }

  function ask(frame: Frame, key: string, onReady: () => void): void {
    if (asked === key) return;
    asked = key;
    view.getBbox(frame.zoom, boxOf(frame, 1)).then(
      (prepared) => {
        // Another view was asked for meanwhile: its tiles come by themselves.
        if (asked !== key) return;
        ready = { zoom: frame.zoom, key, tiles: prepared };
        onReady();
      },
      (cause: unknown) => {
        if (asked === key) asked = '';
        onFailure(cause);
      },
    );
  }

  return {
    bounds: basemap.bounds,
    attribution: basemap.attribution,
    hasStreets:
      basemap.maxZoom >= STREETS_FROM && basemap.layers.some((layer) => ROAD_LAYERS.has(layer)),
    paint(context, frame, palette, onReady) {
      paintLand(context, frame, basemap.bounds, palette.land);
      const key = keyOf(view, frame);
      if (ready?.key !== key) ask(frame, key, onReady);
      if (!ready) return;
      const factor = 2 ** (frame.zoom - ready.zoom);
      const box = boxOf(frame, factor);
      context.save();
      context.scale(factor, factor);
      const byName = new Map([['', ready.tiles]]);
      const corner = new Point(box.minX, box.minY);
      paint(context, ready.zoom, byName, null, rulesFor(palette), box, corner, true);
      context.restore();
    },
  };
}

/** Beneath the tiles: not every file has a layer for land. */
function paintLand(
  context: CanvasRenderingContext2D,
  frame: Frame,
  [west, south, east, north]: Bounds,
  land: string,
): void {
  const corner = toWorld([west, north]);
  const opposite = toWorld([east, south]);
  const left = screenX(frame, corner.x);
  const top = screenY(frame, corner.y);
  context.fillStyle = land;
  context.fillRect(left, top, screenX(frame, opposite.x) - left, screenY(frame, opposite.y) - top);
}

/** What a frame shows, in world pixels of a zoom at which everything is `factor` times smaller. */
function boxOf({ left, top, width, height }: Frame, factor: number) {
  return {
    minX: left / factor,
    minY: top / factor,
    maxX: (left + width) / factor,
    maxY: (top + height) / factor,
  };
}

/** Frames with the same key need the same tiles. */
function keyOf(view: View, frame: Frame): string {
  const needed = view.dataTilesForBounds(frame.zoom, boxOf(frame, 1));
  const names = needed.map(({ dataTile: { z, x, y } }) => `${z}/${x}/${y}`);
  return `${frame.zoom} ${names.join(' ')}`;
}
