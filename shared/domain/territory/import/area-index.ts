import IndexedPointInAreaLocator from 'jsts/org/locationtech/jts/algorithm/locate/IndexedPointInAreaLocator.js';
import Coordinate from 'jsts/org/locationtech/jts/geom/Coordinate.js';
import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js';
import Location from 'jsts/org/locationtech/jts/geom/Location.js';
import GeoJSONReader from 'jsts/org/locationtech/jts/io/GeoJSONReader.js';
import RBush from 'rbush';

import { type Bounds, boundsOf, type MultiPolygonRings, type Position } from '../geometry.ts';

/** A polygon and the key it is known by. */
export interface KeyedArea {
  readonly id: string;
  /** Decides where areas overlap: the first in the alphabet wins, so that the answer never depends on the order of a file. */
  readonly officialId: string;
  readonly geometry: MultiPolygonRings;
}

export interface Edge {
  readonly from: Position;
  readonly to: Position;
}

/** Areas of one kind, ready to be asked where something lies. */
export interface AreaIndex<Area extends KeyedArea = KeyedArea> {
  /**
   * The area that holds the position, its border included; undefined outside of all of them.
   * `preferred` wins over the others when it holds the position too.
   */
  locate(position: Position, preferred?: Area): Area | undefined;
  /** Borders whose bounding box touches `bounds`. */
  bordersIn(bounds: Bounds): readonly Edge[];
}

interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}
interface AreaBox<Area> extends Box {
  readonly area: Area;
  /** The locator builds its own index at the first question. */
  readonly holds: (position: Position) => boolean;
}
interface EdgeBox extends Box, Edge {}

export function indexAreas<Area extends KeyedArea>(areas: readonly Area[]): AreaIndex<Area> {
  const boxes: AreaBox<Area>[] = [];
  const edges: EdgeBox[] = [];
  for (const area of areas) {
    const bounds = boundsOf(area.geometry.flat(2));
    if (!bounds) continue;
    boxes.push({ ...boxOf(bounds), area, holds: holdsPosition(area.geometry) });
    for (const ring of area.geometry.flat()) edges.push(...edgesOf(ring));
  }
  const areaTree = new RBush<AreaBox<Area>>().load(boxes);
  const edgeTree = new RBush<EdgeBox>().load(edges);
  return {
    locate(position, preferred) {
      const [x, y] = position;
      const around = areaTree
        .search({ minX: x, minY: y, maxX: x, maxY: y })
        .sort(
          (one, other) =>
            Number(other.area === preferred) - Number(one.area === preferred) ||
            (one.area.officialId < other.area.officialId ? -1 : 1),
        );
      return around.find(({ holds }) => holds(position))?.area;
    },
    bordersIn: (bounds) => edgeTree.search(boxOf(bounds)),
  };
}

function holdsPosition(geometry: MultiPolygonRings): (position: Position) => boolean {
  let locator: IndexedPointInAreaLocator | undefined;
  return ([x, y]) => {
    locator ??= new IndexedPointInAreaLocator(polygonsOf(geometry));
    const place: unknown = locator.locate(new Coordinate(x, y));
    return place !== Location.EXTERIOR;
  };
}

/** The polygons as JSTS knows them. */
export function polygonsOf(geometry: MultiPolygonRings): unknown {
  return new GeoJSONReader(new GeometryFactory()).read({
    type: 'MultiPolygon',
    coordinates: geometry,
  });
}

function* edgesOf(ring: readonly Position[]): Generator<EdgeBox> {
  for (let index = 1; index < ring.length; index += 1) {
    const from = ring[index - 1];
    const to = ring[index];
    const bounds = from && to && boundsOf([from, to]);
    if (bounds) yield { ...boxOf(bounds), from, to };
  }
}

function boxOf([west, south, east, north]: Bounds): Box {
  return { minX: west, minY: south, maxX: east, maxY: north };
}
