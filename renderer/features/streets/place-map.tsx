import { Anchor } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { ContactPoint } from '#shared/contract/contacts.ts';
import type { Bounds } from '#shared/domain/territory/geometry.ts';

import { useQuestion } from '../../client/queries.ts';
import { Panel } from '../../ui/panel.tsx';
import { TerritoryMap } from '../territory/index.ts';
import { filterOfPlace, type PlaceOfPage } from './place-of-page.ts';
import classes from './place-panels.module.css';

/** A little land around the place, as a share of its size; and the least, in degrees. */
const MARGIN = 0.15;
const LEAST_MARGIN = 0.0006;
const NO_POINTS: readonly ContactPoint[] = [];

/** The place on the town plan with its contacts; nothing for a place that has no line. */
export function PlaceMap(props: { readonly place: PlaceOfPage }) {
  const { place } = props;
  const { t } = useTranslation('streets');
  const navigate = useNavigate();
  const bounds = useMemo(() => place.bounds && widened(place.bounds), [place.bounds]);
  const points = useQuestion(
    {
      topics: ['contacts', 'territory'],
      key: ['contacts.inView', bounds, filterOfPlace(place)],
      ask: (client, signal) =>
        client.contacts.inView(
          { bounds: [...(bounds ?? NOWHERE)], filter: filterOfPlace(place) },
          { signal },
        ),
    },
    { enabled: bounds !== null },
  );
  if (!bounds) return null;
  return (
    <Panel
      flush
      title={t('map.title')}
      aside={
        <Anchor
          size="sm"
          renderRoot={(rest) => <Link {...rest} to="/map" search={filterOfPlace(place)} />}
        >
          {t('map.large')}
        </Anchor>
      }
    >
      <div className={classes.map}>
        <TerritoryMap
          label={t('map.label', { name: place.name })}
          bounds={bounds}
          points={points.data?.points ?? NO_POINTS}
          highlightedStreetId={place.kind === 'street' ? place.id : null}
          onContact={(contactId) => {
            void navigate({ to: '/contact/$contactId', params: { contactId }, search: {} });
          }}
        />
      </div>
    </Panel>
  );
}

const NOWHERE: Bounds = [0, 0, 0, 0];

function widened([west, south, east, north]: Bounds): Bounds {
  const across = Math.max((east - west) * MARGIN, LEAST_MARGIN);
  const up = Math.max((north - south) * MARGIN, LEAST_MARGIN);
  return [west - across, south - up, east + across, north + up];
}
