import { DomUtil, type LatLng, type Map as LeafletMap, point, type ZoomAnimEvent } from 'leaflet';

import { worldPixels } from '#shared/domain/territory/web-mercator.ts';

import { type Frame } from './mercator.ts';

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
 */
export function addCanvasLayer(
  map: LeafletMap,
  pane: string,
  paint: (context: CanvasRenderingContext2D, frame: Frame) => void,
): CanvasLayer {
  const canvas = DomUtil.create('canvas', 'leaflet-zoom-animated', map.getPane(pane));
  canvas.setAttribute('aria-hidden', 'true');
  let drawn = { zoom: map.getZoom(), corner: map.getCenter() };
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
    context.setTransform(window.devicePixelRatio, 0, 0, window.devicePixelRatio, 0, 0);
    context.clearRect(0, 0, frameSize.x, frameSize.y);
    const corner = map.getPixelOrigin().add(topLeft);
    paint(context, {
      zoom: drawn.zoom,
      scale: worldPixels(drawn.zoom),
      left: corner.x,
      top: corner.y,
      width: frameSize.x,
      height: frameSize.y,
    });
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
