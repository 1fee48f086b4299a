import type { ReasonFamily } from '#shared/domain/codes/code.ts';
import type { LandscapeKind, RoadClass } from '#shared/domain/territory/territory.ts';

import type { PlaceMark } from './place-shapes.ts';

export type MapScheme = 'light' | 'dark';

export interface SurfaceColours {
  readonly fill: string;
  readonly edge: string;
}

export interface RoadColours {
  readonly fill: string;
  readonly casing: string;
}

/** Every colour the drawn map uses; nothing else in the map names a colour. */
export interface MapPalette {
  /** Beyond the territory. */
  readonly outside: string;
  /** Land inside a municipality without neighbourhoods. */
  readonly land: string;
  /** Soft fills of neighbourhoods; two that touch never share one. */
  readonly fills: readonly string[];
  /** The shade that lifts the territory from the page, drawn wide and faint. */
  readonly lift: string;
  readonly neighbourhoodBand: string;
  readonly neighbourhoodLine: string;
  readonly municipalityBand: string;
  readonly municipalityLine: string;
  readonly green: SurfaceColours;
  readonly water: SurfaceColours;
  readonly station: SurfaceColours;
  /** The two colours of the line of a railway. */
  readonly rail: { readonly dark: string; readonly light: string };
  readonly landscapeLabels: Readonly<
    Record<LandscapeKind, { readonly text: string; readonly halo: string }>
  >;
  readonly roads: Readonly<Record<RoadClass, RoadColours>>;
  readonly highlight: string;
  readonly highlightCasing: string;
  readonly areaLabel: string;
  readonly areaHalo: string;
  readonly municipalityLabel: string;
  readonly streetLabel: string;
  readonly streetHalo: string;
  readonly families: Readonly<Record<ReasonFamily, string>>;
  readonly markRing: string;
  readonly markShade: string;
  readonly clusterFill: string;
  readonly clusterText: string;
  readonly selection: string;
  /** Places that are drawn over the town; told apart by their stroke as well. */
  readonly places: Readonly<Record<PlaceMark, string>>;
}

/** A printed town plan: warm paper, white streets, amber through roads, plum borders. */
const light: MapPalette = {
  outside: '#e6e3dc',
  land: '#f6f3ec',
  fills: ['#f7f3e8', '#eef3e9', '#f6eeea', '#ebf0f3', '#f3eef4', '#f2f1e2'],
  lift: '#6b5a4a',
  neighbourhoodBand: 'rgb(129 88 125 / 0.13)',
  neighbourhoodLine: 'rgb(120 80 118 / 0.62)',
  municipalityBand: 'rgb(129 72 112 / 0.18)',
  municipalityLine: '#8d5b7f',
  green: { fill: '#d5e6c3', edge: '#bcd3a6' },
  water: { fill: '#abd1e6', edge: '#86b6d1' },
  station: { fill: '#dcd3d6', edge: '#b7a9af' },
  rail: { dark: '#85827f', light: '#f4f1ea' },
  landscapeLabels: {
    water: { text: '#235d82', halo: 'rgb(203 228 241 / 0.9)' },
    green: { text: '#41682c', halo: 'rgb(236 244 227 / 0.9)' },
    rail: { text: '#54494e', halo: 'rgb(252 250 245 / 0.92)' },
  },
  roads: {
    main: { fill: '#f7cf86', casing: '#cf9a4c' },
    connecting: { fill: '#fcecb8', casing: '#d3b778' },
    local: { fill: '#ffffff', casing: '#c9c1b3' },
    path: { fill: '#a89b86', casing: '#f6f3ec' },
  },
  highlight: '#2f7fd1',
  highlightCasing: '#ffffff',
  areaLabel: '#5d4661',
  areaHalo: 'rgb(252 250 245 / 0.88)',
  municipalityLabel: '#7a4d6f',
  streetLabel: '#45403a',
  streetHalo: 'rgb(255 255 255 / 0.92)',
  families: {
    care: '#bf2f23',
    nuisance: '#7b3fb3',
    traffic: '#1c68b3',
    prevention: '#15754c',
    partners: '#946200',
    town: '#0b7a84',
    administration: '#525c68',
  },
  markRing: '#ffffff',
  markShade: 'rgb(30 24 18 / 0.34)',
  clusterFill: '#ffffff',
  clusterText: '#2a2622',
  selection: '#111418',
  places: { strong: '#9c1a4e', dotted: '#c2620a', dashed: '#1f64b0', thin: '#4d7d49' },
};

/** The same plan at night: slate land, streets a shade lighter, through roads in brass. */
const dark: MapPalette = {
  outside: '#0d1114',
  land: '#1b2026',
  fills: ['#1e252c', '#1c2a2a', '#272430', '#1b2836', '#2a2629', '#24292a'],
  lift: '#000000',
  neighbourhoodBand: 'rgb(200 160 205 / 0.10)',
  neighbourhoodLine: 'rgb(197 160 202 / 0.55)',
  municipalityBand: 'rgb(214 150 196 / 0.14)',
  municipalityLine: '#a97b9f',
  green: { fill: '#21382b', edge: '#2c4937' },
  water: { fill: '#1e4864', edge: '#316484' },
  station: { fill: '#3a353b', edge: '#595059' },
  rail: { dark: '#7d828a', light: '#20262d' },
  landscapeLabels: {
    water: { text: '#93c6e6', halo: 'rgb(18 41 57 / 0.9)' },
    green: { text: '#a3cda0', halo: 'rgb(20 33 26 / 0.9)' },
    rail: { text: '#cfc6cb', halo: 'rgb(20 24 29 / 0.9)' },
  },
  roads: {
    main: { fill: '#8a6b38', casing: '#11151a' },
    connecting: { fill: '#6a5f44', casing: '#11151a' },
    local: { fill: '#414b57', casing: '#12161b' },
    path: { fill: '#5b6470', casing: '#1b2026' },
  },
  highlight: '#5aa9f5',
  highlightCasing: '#0b1016',
  areaLabel: '#cdb9d3',
  areaHalo: 'rgb(18 22 27 / 0.85)',
  municipalityLabel: '#d3a9c6',
  streetLabel: '#d6d9dd',
  streetHalo: 'rgb(20 24 29 / 0.9)',
  families: {
    care: '#ff8a78',
    nuisance: '#c79bf2',
    traffic: '#74b6f7',
    prevention: '#5fcf9b',
    partners: '#e3b14e',
    town: '#56c9d2',
    administration: '#b3bcc7',
  },
  markRing: '#14181d',
  markShade: 'rgb(0 0 0 / 0.6)',
  clusterFill: '#262d35',
  clusterText: '#f2f4f6',
  selection: '#ffffff',
  places: { strong: '#ff6fa3', dotted: '#ffb25c', dashed: '#7db8ff', thin: '#8fc48a' },
};

export function paletteOf(scheme: MapScheme): MapPalette {
  return scheme === 'dark' ? dark : light;
}
