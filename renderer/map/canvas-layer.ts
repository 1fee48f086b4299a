import { DomUtil, type LatLng, type Map as LeafletMap, point, type ZoomAnimEvent } from 'leaflet';

import { worldPixels } from '#shared/domain/territory/web-mercator.ts';

import { blankParts, type Part } from './blank-parts.ts';
import type { Frame } from './mercator.ts';

/** How far beyond the view the canvas reaches, as a share of it: a short pan shows no blank edge. */
export const MARGIN = 0.2;

export interface CanvasLayer {
  /** Draws anew at the next animation frame. */
  redraw(): void;
  remove(): void;
}

/**
 * Puts one canvas over the whole map, drawn by `paint`. It moves and scales with the map, and is drawn
 * anew whenever the map comes to rest.
 *
 * @param pane name of the Leaflet pane that holds the canvas.
 * @param reuse keep what is drawn when the map is only moved, and paint what came into view: for a
 *   drawing of which every part is the same whatever the frame around it.
 */
export function addCanvasLayer(
  map: LeafletMap,
  pane: string,
  paint: (context: CanvasRenderingContext2D, frame: Frame) => void,
  { reuse = false }: { readonly reuse?: boolean } = {},
): CanvasLayer {
  const canvas = DomUtil.create('canvas', 'leaflet-zoom-animated', map.getPane(pane));
  canvas.setAttribute('aria-hidden', 'true');
  let drawn = { zoom: map.getZoom(), corner: map.getCenter() };
  /** What the canvas holds, as long as nothing but the place of the map has changed. */
  let held: Frame | null = null;
  let request = 0;

  /** Scales and shifts what is drawn to where it belongs in another view. */
  const follow = (center: LatLng, zoom: number): void => {
    const paneOffset = DomUtil.getPosition(map.getPane('mapPane') ?? canvas);
    const origin = map
      .project(center, zoom)
      .subtract(map.getSize().divideBy(2))
      .add(paneOffset)
      .round();
    const offset = map.project(drawn.corner, zoom).subtract(origin);
    DomUtil.setTransform(canvas, offset, map.getZoomScale(zoom, drawn.zoom));
  };

  const draw = (): void => {
    const size = map.getSize();
    const margin = size.multiplyBy(MARGIN).round();
    const topLeft = map.containerPointToLayerPoint(point(0, 0)).subtract(margin).round();
    const frameSize = size.add(margin.multiplyBy(2));
    drawn = { zoom: map.getZoom(), corner: map.layerPointToLatLng(topLeft) };
    fit(canvas, frameSize.x, frameSize.y);
    DomUtil.setPosition(canvas, topLeft);
    const context = canvas.getContext('2d');
    if (!context) return;
    const corner = map.getPixelOrigin().add(topLeft);
    const frame: Frame = {
      zoom: drawn.zoom,
      scale: worldPixels(drawn.zoom),
      left: corner.x,
      top: corner.y,
      width: frameSize.x,
      height: frameSize.y,
    };
    const blank = reuse && held ? shift(context, canvas, held, frame) : null;
    context.setTransform(window.devicePixelRatio, 0, 0, window.devicePixelRatio, 0, 0);
    for (const part of blank ?? [{ x: 0, y: 0, width: frame.width, height: frame.height }]) {
      paintPart(context, frame, part, paint);
    }
    held = frame;
  };

  const onZoom = (): void => follow(map.getCenter(), map.getZoom());
  const onZoomAnimation = (event: ZoomAnimEvent): void => follow(event.center, event.zoom);
  map.on('moveend viewreset resize', draw);
  map.on('zoom', onZoom);
  map.on('zoomanim', onZoomAnimation);
  draw();

  return {
    redraw() {
      request ||= requestAnimationFrame(() => {
        request = 0;
        held = null;
        draw();
      });
    },
    remove() {
      cancelAnimationFrame(request);
      map.off('moveend viewreset resize', draw);
      map.off('zoom', onZoom);
      map.off('zoomanim', onZoomAnimation);
      canvas.remove();
    },
  };
}

/**
 * Moves what is drawn to where another frame shows it, and tells which parts are blank then, in CSS
 * pixels; null where it cannot serve, because it would be scaled or lie between the screen's pixels.
 */
function shift(
  context: CanvasRenderingContext2D,
  canvas: HTMLCanvasElement,
  held: Frame,
  frame: Frame,
): readonly Part[] | null {
  const { zoom, width, height } = frame;
  if (held.zoom !== zoom || held.width !== width || held.height !== height) return null;
  if (!Number.isInteger(window.devicePixelRatio)) return null;
  const blank = blankParts(frame, held.left - frame.left, held.top - frame.top);
  if (blank === null) return null;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalCompositeOperation = 'copy';
  const ratio = window.devicePixelRatio;
  context.drawImage(canvas, (held.left - frame.left) * ratio, (held.top - frame.top) * ratio);
  context.globalCompositeOperation = 'source-over';
  return blank;
}

function paintPart(
  context: CanvasRenderingContext2D,
  frame: Frame,
  { x, y, width, height }: Part,
  paint: (context: CanvasRenderingContext2D, frame: Frame) => void,
): void {
  context.save();
  context.translate(x, y);
  context.beginPath();
  context.rect(0, 0, width, height);
  context.clip();
  context.clearRect(0, 0, width, height);
  paint(context, { ...frame, left: frame.left + x, top: frame.top + y, width, height });
  context.restore();
}

/** Gives the canvas its size in CSS pixels and as many real ones as the screen has. */
function fit(canvas: HTMLCanvasElement, width: number, height: number): void {
  const realWidth = Math.round(width * window.devicePixelRatio);
  const realHeight = Math.round(height * window.devicePixelRatio);
  if (canvas.width === realWidth && canvas.height === realHeight) return;
  canvas.width = realWidth;
  canvas.height = realHeight;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}
