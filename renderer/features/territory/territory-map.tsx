import { useComputedColorScheme } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ContactPoint, ContactsOnMap } from '#shared/contract/contacts.ts';
import type { Bounds, Position } from '#shared/domain/territory/geometry.ts';

import { type ContactMark, NO_CONTACTS } from '../../map/contact-marks.ts';
import type { PlaceShape } from '../../map/place-shapes.ts';
import { TownMap } from '../../map/town-map.tsx';
import type { TownView, WalkedMark } from '../../map/town-scene.ts';
import { useFormats } from '../../ui/formats.ts';
import { useBasemapTiles } from '../basemap/index.ts';
import { useMapAreas, useMapLandscape, useMapSegments, useTerritorySummary } from './queries.ts';

export interface TerritoryMapProps {
  readonly label?: string;
  /** Stands where the sources would, as long as none is known. */
  readonly attribution?: string;
  /** What is shown at first; the whole territory where it is not given. */
  readonly bounds?: Bounds | null;
  /** Contacts that are counted in groups already, and what else stands alone. */
  readonly contacts?: ContactsOnMap;
  /** Streets or neighbourhoods that are drawn over the town. */
  readonly places?: readonly PlaceShape[];
  readonly selected?: ContactPoint | null;
  readonly revealed?: Position | null;
  /** What comes into view, whole, each time it becomes another. */
  readonly focused?: Bounds | null;
  readonly highlightedStreetId?: string | null;
  readonly pin?: Position | null;
  readonly onView?: (view: TownView) => void;
  readonly onContact?: (id: string) => void;
  readonly onPlace?: (position: Position) => void;
  readonly describe?: (walked: WalkedMark) => string;
  readonly hint?: (mark: ContactMark) => ReactNode;
  readonly children?: ReactNode;
}

/** The town plan filled with the territory that is valid today. */
export function TerritoryMap(props: TerritoryMapProps) {
  const { label, attribution, contacts, selected, onView, ...rest } = props;
  const { t } = useTranslation('territory');
  const formats = useFormats();
  const scheme = useComputedColorScheme('light');
  const [view, setView] = useState<TownView | null>(null);
  const areas = useMapAreas().data;
  const landscape = useMapLandscape().data;
  const segments = useMapSegments(view).data?.segments;
  const summary = useTerritorySummary().data;
  const bounds = props.bounds ?? summary?.bounds ?? null;
  const basemap = useBasemapTiles();
  const credits = [basemap?.attribution ?? '', ...(summary?.credits ?? NOTHING)].filter(
    (credit) => credit !== '',
  );
  const shown =
    credits.length > 0 ? t('import.credit.onMap', { credits: credits.join(' · ') }) : attribution;
  const texts = useMemo(
    () => ({
      label: label ?? t('map.label'),
      keys: t('map.keys'),
      zoomIn: t('map.zoomIn'),
      zoomOut: t('map.zoomOut'),
      whole: t('map.whole'),
      countText: formats.number,
    }),
    [label, t, formats],
  );
  return (
    <TownMap
      {...rest}
      {...(shown === undefined ? {} : { attribution: shown })}
      basemap={basemap}
      areas={areas ?? NOTHING}
      landscape={landscape ?? NOTHING}
      segments={segments ?? NOTHING}
      contacts={contacts ?? NO_CONTACTS}
      selected={selected ?? null}
      bounds={bounds}
      language={formats.language}
      scheme={scheme}
      texts={texts}
      onView={(next) => {
        setView(next);
        onView?.(next);
      }}
    />
  );
}

const NOTHING: readonly never[] = [];
