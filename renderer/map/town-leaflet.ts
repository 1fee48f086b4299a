import 'leaflet/dist/leaflet.css';

import {
  DomUtil,
  Map as LeafletMap,
  type MapOptions,
  type PanOptions,
  type PointExpression,
} from 'leaflet';

export const LARGEST_ZOOM = 19;
const SMALLEST_ZOOM = 8;

const OPTIONS: MapOptions = {
  attributionControl: false,
  zoomControl: false,
  zoomSnap: 0.25,
  zoomDelta: 1,
  wheelPxPerZoomLevel: 90,
  minZoom: SMALLEST_ZOOM,
  maxZoom: LARGEST_ZOOM,
  preferCanvas: true,
  // The middle of Belgium, until the territory's bounds are known.
  center: [50.85, 4.4],
  zoom: SMALLEST_ZOOM,
};

/** A map that jumps where others glide, for those who asked their system for less motion. */
class StillMap extends LeafletMap {
  override panBy(offset: PointExpression, options?: PanOptions): this {
    return super.panBy(offset, { ...options, animate: false });
  }
}

/** Leaflet with the settings of the town plan, without content. */
export function makeLeafletMap(container: HTMLElement): LeafletMap {
  container.addEventListener('wheel', leaveWheelToPage, { capture: true, passive: true });
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  return calm
    ? new StillMap(container, { ...OPTIONS, zoomAnimation: false, inertia: false })
    : new LeafletMap(container, OPTIONS);
}

/**
 * Where a map is part of a page that scrolls, the wheel scrolls that page until somebody takes the map up,
 * by a click or by the keyboard: whoever reads on would otherwise zoom out of the town by the way.
 */
function leaveWheelToPage(event: WheelEvent): void {
  const container = event.currentTarget;
  if (event.ctrlKey || !(container instanceof HTMLElement)) return;
  if (container.contains(document.activeElement)) return;
  for (let box = container.parentElement; box !== null; box = box.parentElement) {
    const scrolls = box.scrollHeight > box.clientHeight;
    if (scrolls && /auto|scroll/.test(getComputedStyle(box).overflowY)) {
      event.stopPropagation();
      return;
    }
  }
}

/**
 * Ends what Leaflet has under way, which it does not do when a map is removed: its zooming goes on
 * after a quarter of a second, and a turn of the wheel after 40 ms, on a map that has no panes any more.
 */
export function removeLeafletMap(map: LeafletMap): void {
  // A pan or a zoom that was asked for begins at the next frame, before this.
  requestAnimationFrame(() => {
    map.stop();
    // As the browser says it at the end of the zooming.
    map
      .getPane('mapPane')
      ?.querySelector('.leaflet-proxy')
      ?.dispatchEvent(new TransitionEvent(DomUtil.TRANSITION_END, { propertyName: 'transform' }));
    // The wheel asks for another zoom level first: there is none.
    const zoom = map.getZoom();
    map.setMinZoom(zoom).setMaxZoom(zoom);
    map.remove();
  });
}
