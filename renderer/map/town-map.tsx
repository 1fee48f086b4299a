import { ActionIcon, Paper, VisuallyHidden } from '@mantine/core';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import {
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';

import type { ContactPoint, ContactsOnMap } from '#shared/contract/contacts.ts';
import type { Language } from '#shared/contract/desk.ts';
import type { MapArea, MapLandscape, MapSegment } from '#shared/contract/territory.ts';
import type { Bounds, Position } from '#shared/domain/territory/geometry.ts';

import { useCodes } from '../client/codes.ts';
import type { BasemapTiles } from './basemap/basemap-tiles.ts';
import type { ContactMark } from './contact-marks.ts';
import { shapeLandscape } from './landscape-shapes.ts';
import { MapAttribution } from './map-attribution.tsx';
import { type MapScheme, paletteOf } from './palette.ts';
import type { PlaceShape } from './place-shapes.ts';
import { shapeAreas, shapeStreetNames, shapeStreets } from './shapes.ts';
import classes from './town-map.module.css';
import { createTownMapView } from './town-map-view.ts';
import {
  type HoveredMark,
  type TownMapView,
  type TownScene,
  type TownView,
  type WalkedMark,
} from './town-scene.ts';

export interface TownMapTexts {
  /** What the map is, for those who do not see it. */
  readonly label: string;
  /** Which keys move it. */
  readonly keys: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly whole: string;
  readonly countText: (count: number) => string;
}

export interface TownMapProps {
  /** The zone's own background map, beneath everything; null where the territory alone is drawn. */
  readonly basemap?: BasemapTiles | null;
  readonly areas: readonly MapArea[];
  readonly landscape?: readonly MapLandscape[];
  readonly segments: readonly MapSegment[];
  readonly contacts: ContactsOnMap;
  /** Streets or neighbourhoods that are drawn over the town. */
  readonly places?: readonly PlaceShape[];
  /** Shown at the start and by the button for the whole; null while nothing is known. */
  readonly bounds: Bounds | null;
  readonly language: Language;
  readonly scheme: MapScheme;
  readonly texts: TownMapTexts;
  /** The chosen contact, shown even where the filter leaves it out. */
  readonly selected?: ContactPoint | null;
  /** The place to bring into view when it changes. */
  readonly revealed?: Position | null;
  /** What comes into view, whole, each time it becomes another; `bounds` stays the whole town. */
  readonly focused?: Bounds | null;
  readonly highlightedStreetId?: string | null;
  readonly pin?: Position | null;
  /** Whose data the map shows. */
  readonly attribution?: string;
  readonly onView?: (view: TownView) => void;
  readonly onContact?: (id: string) => void;
  readonly onPlace?: (position: Position) => void;
  /** A contact or a group in words, for those who walk through them by keyboard without seeing them. */
  readonly describe?: (walked: WalkedMark) => string;
  /** What stands in the bubble over a contact or a group. */
  readonly hint?: (mark: ContactMark) => ReactNode;
  /** Panels over the map: legend, cards. */
  readonly children?: ReactNode;
}

/** The town plan: land, streets and names drawn from the territory itself, contacts on top. */
export function TownMap(props: TownMapProps) {
  const {
    areas,
    landscape = NO_LANDSCAPE,
    segments,
    language,
    scheme,
    bounds,
    revealed = null,
    texts,
  } = props;
  const palette = paletteOf(scheme);
  const areaShapes = useMemo(
    () => shapeAreas(areas, language, palette.fills.length),
    [areas, language, palette],
  );
  const landscapeShapes = useMemo(() => shapeLandscape(landscape, language), [landscape, language]);
  const streets = useMemo(() => shapeStreets(segments), [segments]);
  const streetNames = useMemo(() => shapeStreetNames(segments, language), [segments, language]);
  const {
    basemap = null,
    contacts,
    places = NO_PLACES,
    selected = null,
    highlightedStreetId = null,
    pin = null,
  } = props;
  const { familyOf } = useCodes();
  const scene = useMemo(
    (): TownScene => ({
      palette,
      basemap,
      areas: areaShapes,
      landscape: landscapeShapes,
      streets,
      streetNames,
      places,
      contacts,
      familyOf,
      selected,
      highlightedStreetId,
      pin,
    }),
    [
      palette,
      basemap,
      areaShapes,
      landscapeShapes,
      streets,
      streetNames,
      places,
      contacts,
      familyOf,
      selected,
      highlightedStreetId,
      pin,
    ],
  );
  const [hovered, setHovered] = useState<HoveredMark | null>(null);
  const [walked, setWalked] = useState<WalkedMark | null>(null);
  const container = useRef<HTMLDivElement>(null);
  const view = useRef<TownMapView | null>(null);
  const latest = useRef({ props, scene });
  useEffect(() => {
    latest.current = { props, scene };
    view.current?.setScene(scene);
  });

  useEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    const created = createTownMapView(element, latest.current.scene, {
      onView: (next) => latest.current.props.onView?.(next),
      onContact: (id) => latest.current.props.onContact?.(id),
      onPlace: (position) => latest.current.props.onPlace?.(position),
      onHover: setHovered,
      onWalk: setWalked,
      onWhole: () => {
        const { bounds: all } = latest.current.props;
        if (all) created.fit(all);
      },
      countText: (count) => latest.current.props.texts.countText(count),
    });
    view.current = created;
    const observer = new ResizeObserver(() => {
      created.resize();
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      created.remove();
      view.current = null;
    };
  }, []);

  const known = bounds?.join(' ');
  useEffect(() => {
    if (known) fitTo(view.current, known);
  }, [known]);
  const focused = props.focused?.join(' ');
  useEffect(() => {
    if (focused) fitTo(view.current, focused);
  }, [focused]);
  const [longitude, latitude] = revealed ?? [];
  useEffect(() => {
    if (longitude !== undefined && latitude !== undefined) {
      view.current?.reveal([longitude, latitude]);
    }
  }, [longitude, latitude, known]);

  const keysId = useId();
  return (
    <div className={classes.frame} data-scheme={scheme} style={{ background: palette.outside }}>
      <div
        ref={container}
        className={classes.map}
        role="application"
        aria-label={texts.label}
        aria-describedby={keysId}
        tabIndex={0}
      />
      <span id={keysId} hidden>
        {texts.keys}
      </span>
      <VisuallyHidden role="status">
        {walked && props.describe ? props.describe(walked) : ''}
      </VisuallyHidden>
      <Paper className={classes.zoom} shadow="sm" radius="md" withBorder>
        <MapButton label={texts.zoomIn} onClick={() => view.current?.zoomBy(1)}>
          <IconPlus size={18} />
        </MapButton>
        <MapButton label={texts.zoomOut} onClick={() => view.current?.zoomBy(-1)}>
          <IconMinus size={18} />
        </MapButton>
        <MapButton
          label={texts.whole}
          disabled={!known}
          onClick={() => {
            if (known) fitTo(view.current, known);
          }}
        >
          <IconFocusCentered size={18} />
        </MapButton>
      </Paper>
      {hovered && props.hint ? (
        <MarkBubble hovered={hovered}>{props.hint(hovered.mark)}</MarkBubble>
      ) : null}
      {props.attribution ? <MapAttribution text={props.attribution} /> : null}
      {props.children}
    </div>
  );
}

/** Above the mark, or below it where there is no room above; always inside the map's sides. */
function MarkBubble(props: { readonly hovered: HoveredMark; readonly children: ReactNode }) {
  const { mark, x, y } = props.hovered;
  const bubble = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = bubble.current;
    const frame = element?.offsetParent;
    if (!element || !frame) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    const above = y - mark.radius - BUBBLE_GAP - height;
    const left = Math.max(
      BUBBLE_GAP,
      Math.min(x - width / 2, frame.clientWidth - width - BUBBLE_GAP),
    );
    const top = above >= BUBBLE_GAP ? above : y + mark.radius + BUBBLE_GAP;
    element.style.translate = `${left}px ${top}px`;
  });
  return (
    <div ref={bubble} className={classes.hint} aria-hidden>
      {props.children}
    </div>
  );
}

/** Between a bubble and its mark or the edge of the map, CSS pixels. */
const BUBBLE_GAP = 8;

const NO_LANDSCAPE: readonly MapLandscape[] = [];
const NO_PLACES: readonly PlaceShape[] = [];

function MapButton(props: {
  readonly label: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={34}
      radius={0}
      aria-label={props.label}
      title={props.label}
      disabled={props.disabled ?? false}
      onClick={props.onClick}
    >
      {props.children}
    </ActionIcon>
  );
}

/** @param known the bounds as a text: they are asked anew often and seldom differ. */
function fitTo(view: TownMapView | null, known: string): void {
  const [west = 0, south = 0, east = 0, north = 0] = known.split(' ').map(Number);
  view?.fit([west, south, east, north]);
}
