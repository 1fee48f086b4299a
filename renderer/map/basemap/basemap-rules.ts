import {
  type Feature,
  GeomType,
  LineSymbolizer,
  type PaintRule,
  type PaintSymbolizer,
  PolygonSymbolizer,
} from 'protomaps-leaflet';

import type { MapPalette } from '../palette.ts';
import { KNOWN_LAYERS, ROAD_LAYERS, type RoadRank, roadRankOf, surfaceOf } from './tile-schemas.ts';

/** Width of a road in CSS pixels at zoom 14 and 18. */
const ROAD_WIDTHS: Readonly<Record<RoadRank, readonly [number, number]>> = {
  main: [3.2, 15],
  connecting: [2.2, 12],
  local: [1.2, 9],
  path: [0.5, 2],
};
const ROAD_RANKS: readonly RoadRank[] = ['path', 'local', 'connecting', 'main'];
/** From this zoom on the smallest roads are drawn. */
const ROAD_FROM: Readonly<Record<RoadRank, number>> = {
  main: 5,
  connecting: 10,
  local: 13,
  path: 15,
};

/**
 * How the tiles of a zone's own file are drawn: in the colours of the drawn map, so that contacts and
 * borders stand out on both alike. Knows the layers of Protomaps and of OpenMapTiles; any other layer is
 * drawn as plain land and lines.
 *
 * @param layers as the file names them
 */
export function basemapRules(palette: MapPalette, layers: readonly string[]): PaintRule[] {
  return [
    ...layers
      .filter((layer) => !KNOWN_LAYERS.has(layer))
      .map((layer): PaintRule => ({ dataLayer: layer, symbolizer: plainSymbolizer(palette) })),
    fillRule('earth', palette.land),
    ...['landcover', 'landuse', 'park', 'aeroway'].flatMap((layer) => surfaceRules(layer, palette)),
    {
      dataLayer: 'water',
      filter: (_zoom, feature) => feature.geomType === GeomType.Polygon,
      symbolizer: new PolygonSymbolizer({ fill: palette.water.fill }),
    },
    ...['water', 'waterway'].map((layer): PaintRule => ({
      dataLayer: layer,
      filter: (_zoom, feature) => feature.geomType === GeomType.Line,
      symbolizer: new LineSymbolizer({ color: palette.water.fill, width: widthBy(1, 3) }),
    })),
    ...['buildings', 'building'].map((layer): PaintRule => ({
      dataLayer: layer,
      minzoom: 14,
      symbolizer: new PolygonSymbolizer({
        fill: palette.station.fill,
        stroke: palette.station.edge,
        width: 0.5,
        opacity: 0.75,
      }),
    })),
    ...[...ROAD_LAYERS].flatMap((layer) => roadRules(layer, palette)),
  ];
}

function fillRule(layer: string, fill: string): PaintRule {
  return {
    dataLayer: layer,
    filter: (_zoom, feature) => feature.geomType === GeomType.Polygon,
    symbolizer: new PolygonSymbolizer({ fill }),
  };
}

function surfaceRules(layer: string, palette: MapPalette): PaintRule[] {
  return (['green', 'station'] as const).map((surface): PaintRule => ({
    dataLayer: layer,
    filter: (_zoom, { geomType, props }) =>
      geomType === GeomType.Polygon && surfaceOf(props) === surface,
    symbolizer: new PolygonSymbolizer({ fill: palette[surface].fill }),
  }));
}

/** All casings before all fills, so that crossings are open. */
function roadRules(layer: string, palette: MapPalette): PaintRule[] {
  const rules = (casing: boolean): PaintRule[] =>
    ROAD_RANKS.filter((rank) => !casing || rank !== 'path').map((rank): PaintRule => {
      const [far, near] = ROAD_WIDTHS[rank];
      const colours = palette.roads[rank];
      return {
        dataLayer: layer,
        minzoom: ROAD_FROM[rank],
        filter: (_zoom, { geomType, props }) =>
          geomType === GeomType.Line && roadRankOf(props) === rank,
        symbolizer: new LineSymbolizer({
          color: casing ? colours.casing : colours.fill,
          width: widthBy(casing ? far + 1 : far, casing ? near + 1.6 : near),
          lineCap: 'round',
          lineJoin: 'round',
        }),
      };
    });
  const rail: PaintRule = {
    dataLayer: layer,
    minzoom: 11,
    filter: (_zoom, { geomType, props }) =>
      geomType === GeomType.Line && roadRankOf(props) === 'rail',
    symbolizer: new LineSymbolizer({ color: palette.rail.dark, width: widthBy(1, 2.4) }),
  };
  return [rail, ...rules(true), ...rules(false)];
}

/** Grows evenly in what the eye sees from zoom 14 to 18; thinner before, no wider after. */
function widthBy(far: number, near: number): (zoom: number) => number {
  return (zoom) => {
    const share = Math.min(1, (zoom - 14) / 4);
    return share < 0 ? far * 2 ** (share * 1.4) : far * (near / far) ** share;
  };
}

/** A layer nobody told us about: its surfaces as land with an edge, its lines as hairlines. */
function plainSymbolizer(palette: MapPalette): PaintSymbolizer {
  const surface = new PolygonSymbolizer({
    fill: palette.land,
    stroke: palette.roads.local.casing,
    width: 1,
  });
  const line = new LineSymbolizer({ color: palette.roads.local.casing, width: 1 });
  return {
    draw(context, geometry, zoom, feature: Feature) {
      if (feature.geomType === GeomType.Point) return;
      const symbolizer = feature.geomType === GeomType.Polygon ? surface : line;
      symbolizer.before(context, zoom);
      symbolizer.draw(context, geometry, zoom, feature);
    },
  };
}
