import type { ContactPoint, ContactsOnMap } from '#shared/contract/contacts.ts';
import type { Bounds, Position } from '#shared/domain/territory/geometry.ts';

import type { BasemapTiles } from './basemap/basemap-tiles.ts';
import { type ContactMark, type FamilyOf } from './contact-marks.ts';
import type { LandscapeShape } from './landscape-shapes.ts';
import type { MapPalette } from './palette.ts';
import type { PlaceShape } from './place-shapes.ts';
import type { AreaShape, StreetName, StreetShape } from './shapes.ts';

/** What the map shows; replaced as a whole, drawn anew where it differs. */
export interface TownScene {
  readonly palette: MapPalette;
  readonly basemap: BasemapTiles | null;
  readonly areas: readonly AreaShape[];
  readonly landscape: readonly LandscapeShape[];
  readonly streets: readonly StreetShape[];
  readonly streetNames: readonly StreetName[];
  /** Drawn over streets and land, beneath the names. */
  readonly places: readonly PlaceShape[];
  readonly contacts: ContactsOnMap;
  readonly familyOf: FamilyOf;
  readonly selected: ContactPoint | null;
  readonly highlightedStreetId: string | null;
  /** A place that was pointed at. */
  readonly pin: Position | null;
}

export interface TownView {
  readonly bounds: Bounds;
  readonly zoom: number;
}

export interface HoveredMark {
  readonly mark: ContactMark;
  /** Of its middle, CSS pixels from the map's top left corner. */
  readonly x: number;
  readonly y: number;
}

export interface WalkedMark {
  readonly mark: ContactMark;
  /** Its number among the marks in view, from 1, and how many there are. */
  readonly place: number;
  readonly of: number;
}

export interface TownMapEvents {
  readonly onView: (view: TownView) => void;
  readonly onHover: (hovered: HoveredMark | null) => void;
  readonly onContact: (id: string) => void;
  readonly onPlace: (position: Position) => void;
  /** The keyboard went to a mark, or left them. */
  readonly onWalk: (walked: WalkedMark | null) => void;
  /** The whole territory was asked for by the keyboard. */
  readonly onWhole: () => void;
  readonly countText: (count: number) => string;
}

/** The Leaflet map with our three canvases: land and streets, names, contacts. */
export interface TownMapView {
  setScene(scene: TownScene): void;
  fit(bounds: Bounds): void;
  zoomBy(steps: number): void;
  /** Brings a place into view, near enough to recognise the street; stays where it is seen already. */
  reveal(position: Position): void;
  resize(): void;
  remove(): void;
}
