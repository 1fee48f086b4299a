import { control, DomUtil, latLng, latLngBounds, type Point } from 'leaflet';

import { SINGLE_FROM_ZOOM } from '#shared/domain/contacts/contact-map.ts';
import type { Bounds } from '#shared/domain/territory/geometry.ts';
import { toWorld, worldPixels } from '#shared/domain/territory/web-mercator.ts';

import { paintBase } from './base-painter.ts';
import { addCanvasLayer, type CanvasLayer } from './canvas-layer.ts';
import { type ContactMark, marksOf } from './contact-marks.ts';
import { paintMarks } from './contact-painter.ts';
import { paintLabels } from './label-painter.ts';
import { loadMapFont } from './map-font.ts';
import { inReadingOrder, nextPlace, sameMark } from './mark-walk.ts';
import { type Frame, screenX, screenY } from './mercator.ts';
import { boxesOfLabels, paintPlaceLabels, paintPlaces } from './place-painter.ts';
import { LARGEST_ZOOM, makeLeafletMap, removeLeafletMap } from './town-leaflet.ts';
import { type TownMapEvents, type TownMapView, type TownScene } from './town-scene.ts';

const STREET_ZOOM = 16.5;
/** How far from a mark's edge a pointer still meets it, CSS pixels. */
const POINTER_SLACK = 3;

export function createTownMapView(
  container: HTMLElement,
  firstScene: TownScene,
  events: TownMapEvents,
): TownMapView {
  const map = makeLeafletMap(container);
  control.scale({ imperial: false, position: 'bottomleft', maxWidth: 120 }).addTo(map);
  ['tiles', 'base', 'names', 'marks'].forEach((name, index) => {
    map.createPane(name).style.zIndex = String(200 + index * 50);
  });

  let scene = firstScene;
  let marks: readonly ContactMark[] = [];
  let grouped: (Pick<TownScene, 'contacts' | 'familyOf'> & { readonly level: number }) | undefined;
  let hovered: ContactMark | null = null;
  /** The mark that the keyboard stands on. */
  let walked: ContactMark | null = null;

  let tiles: CanvasLayer | null = null;
  const base = addCanvasLayer(
    map,
    'base',
    (context, frame) => {
      paintBase(context, frame, scene.palette, scene, scene.basemap);
      paintPlaces(context, frame, scene.palette, scene.places);
    },
    { reuse: true },
  );
  const names = addCanvasLayer(map, 'names', (context, frame) => {
    const { palette, areas, landscape, streetNames, places } = scene;
    paintLabels(context, frame, palette, areas, landscape, streetNames, {
      marks: marksAt(frame.zoom).map((mark) => boxOfMark(frame, mark)),
      labels: boxesOfLabels(frame, places),
    });
    paintPlaceLabels(context, frame, palette, places);
  });
  const contacts = addCanvasLayer(map, 'marks', (context, frame) => {
    const shown = marksAt(frame.zoom);
    const pin = scene.pin && toWorld(scene.pin);
    paintMarks(
      context,
      frame,
      scene.palette,
      { marks: shown, selected: scene.selected, hovered, familyOf: scene.familyOf, pin },
      events.countText,
    );
  });

  /** The canvas beneath is there only where there is something to draw: clearing it costs a screen's worth. */
  function layTiles(): void {
    if (!scene.basemap) {
      tiles?.remove();
      tiles = null;
    } else if (tiles) tiles.redraw();
    else {
      tiles = addCanvasLayer(map, 'tiles', (context, frame) => {
        scene.basemap?.paint(context, frame, scene.palette, () => tiles?.redraw());
      });
    }
  }
  layTiles();

  /** The groups of this zoom, made anew only when they can differ. */
  function marksAt(zoom: number): readonly ContactMark[] {
    const level = zoom >= SINGLE_FROM_ZOOM ? zoom : Math.floor(zoom);
    const { contacts: counted, familyOf } = scene;
    if (grouped?.contacts !== counted || grouped.familyOf !== familyOf || grouped.level !== level) {
      marks = marksOf(counted, zoom, familyOf);
      grouped = { contacts: counted, familyOf, level };
      // What was counted anew while somebody walks through it does not send them back to the beginning.
      const isShown = walked !== null && hovered === walked;
      walked = sameMark(marks, walked);
      hovered = isShown ? walked : null;
      events.onHover(hovered && { mark: hovered, ...placeOf(hovered) });
    }
    return marks;
  }

  function hover(mark: ContactMark | null): void {
    if (mark === hovered) return;
    hovered = mark;
    container.classList.toggle('leaflet-interactive', mark !== null);
    contacts.redraw();
    if (!mark) {
      events.onHover(null);
      return;
    }
    const place = placeOf(mark);
    events.onHover({ mark, ...place });
  }

  /** Where a mark stands, CSS pixels from the container's top left corner. */
  function placeOf(mark: ContactMark): { readonly x: number; readonly y: number } {
    const scale = worldPixels(map.getZoom());
    const corner = map
      .getPixelOrigin()
      .subtract(DomUtil.getPosition(map.getPane('mapPane') ?? container));
    return { x: mark.world.x * scale - corner.x, y: mark.world.y * scale - corner.y };
  }

  function markAt(at: Point): ContactMark | null {
    let nearest: ContactMark | null = null;
    let least = Infinity;
    for (const mark of marks) {
      const place = placeOf(mark);
      const distance = Math.hypot(place.x - at.x, place.y - at.y) - mark.radius - POINTER_SLACK;
      if (distance < 0 && distance < least) {
        nearest = mark;
        least = distance;
      }
    }
    return nearest;
  }

  function open(mark: ContactMark): void {
    if (mark.point) {
      events.onContact(mark.point.id);
      return;
    }
    const bounds = toLatLngBounds(mark.bounds);
    const target = map.getBoundsZoom(bounds.pad(0.3));
    const zoom = Math.max(map.getZoom() + 1, Math.min(target, SINGLE_FROM_ZOOM));
    map.setView(bounds.getCenter(), Math.min(LARGEST_ZOOM, zoom));
  }

  function walk(step: 1 | -1): void {
    const placed = marks.map((mark) => ({ mark, ...placeOf(mark) }));
    const ordered = inReadingOrder(placed, map.getSize());
    const index = nextPlace(ordered, walked, step);
    walked = ordered[index]?.mark ?? null;
    hover(walked);
    events.onWalk(walked && { mark: walked, place: index + 1, of: ordered.length });
  }

  function onKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target !== container) return;
    if (event.key === 'PageDown') walk(1);
    else if (event.key === 'PageUp') walk(-1);
    else if (event.key === 'Home') events.onWhole();
    else if (event.key === 'Enter' && walked) open(walked);
    else if (event.key === 'Enter') {
      const { lng, lat } = map.getCenter();
      events.onPlace([lng, lat]);
    } else if (event.key === 'Escape' && walked) {
      walked = null;
      hover(null);
      events.onWalk(null);
    } else return;
    event.preventDefault();
  }
  container.addEventListener('keydown', onKey);

  map.on('mousemove', ({ containerPoint }) => {
    hover(markAt(containerPoint));
  });
  map.on('mouseout movestart zoomstart', () => {
    hover(null);
  });
  map.on('click', ({ containerPoint, latlng }) => {
    const mark = markAt(containerPoint);
    if (mark) open(mark);
    else events.onPlace([latlng.lng, latlng.lat]);
  });
  map.on('moveend', tellView);

  function tellView(): void {
    const view = map.getBounds();
    events.onView({
      bounds: [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()],
      zoom: map.getZoom(),
    });
  }

  let removed = false;
  void loadMapFont().then(() => {
    if (removed) return;
    names.redraw();
    contacts.redraw();
  });

  return {
    setScene(next) {
      const before = scene;
      scene = next;
      const changed = (...keys: readonly (keyof TownScene)[]): boolean =>
        keys.some((key) => before[key] !== next[key]);
      if (changed('palette', 'basemap')) layTiles();
      if (
        changed(
          'palette',
          'basemap',
          'areas',
          'landscape',
          'streets',
          'highlightedStreetId',
          'places',
        )
      ) {
        base.redraw();
      }
      if (changed('palette', 'areas', 'landscape', 'streetNames', 'contacts')) names.redraw();
      if (changed('palette', 'contacts', 'familyOf', 'selected', 'pin')) contacts.redraw();
    },
    fit(bounds) {
      map.fitBounds(toLatLngBounds(bounds), { padding: [28, 28], animate: false });
    },
    zoomBy(steps) {
      map.setZoom(map.getZoom() + steps);
    },
    reveal([longitude, latitude]) {
      const place = latLng(latitude, longitude);
      const inner = map.getBounds().pad(-0.12);
      if (inner.contains(place) && map.getZoom() >= STREET_ZOOM - 2) return;
      map.setView(place, Math.max(map.getZoom(), STREET_ZOOM));
    },
    resize() {
      map.invalidateSize({ pan: false });
    },
    remove() {
      removed = true;
      map.off('mousemove mouseout movestart zoomstart click moveend');
      container.removeEventListener('keydown', onKey);
      tiles?.remove();
      base.remove();
      names.remove();
      contacts.remove();
      removeLeafletMap(map);
    },
  };
}

function boxOfMark(frame: Frame, { world, radius }: ContactMark) {
  const x = screenX(frame, world.x);
  const y = screenY(frame, world.y);
  return { minX: x - radius, minY: y - radius, maxX: x + radius, maxY: y + radius };
}

function toLatLngBounds([west, south, east, north]: Bounds) {
  return latLngBounds([south, west], [north, east]);
}
