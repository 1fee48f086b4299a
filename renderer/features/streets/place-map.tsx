import { Anchor } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { TownView } from '../../map/town-scene.ts';
import { useContactsOnMap } from '../../map/use-contacts-on-map.ts';
import { widened } from '../../map/widened.ts';
import { Panel } from '../../ui/panel.tsx';
import { TerritoryMap } from '../territory/index.ts';
import { filterOfPlace, type PlaceOfPage } from './place-of-page.ts';
import classes from './place-panels.module.css';

/** The place on the town plan with its contacts; nothing for a place that has no line. */
export function PlaceMap(props: { readonly place: PlaceOfPage }) {
  const { place } = props;
  const { t } = useTranslation('streets');
  const navigate = useNavigate();
  const bounds = useMemo(() => place.bounds && widened(place.bounds), [place.bounds]);
  const [view, setView] = useState<TownView | null>(null);
  const contacts = useContactsOnMap(view, filterOfPlace(place));
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
          {...(contacts.data ? { contacts: contacts.data } : {})}
          onView={setView}
          highlightedStreetId={place.kind === 'street' ? place.id : null}
          onContact={(contactId) => {
            void navigate({ to: '/contact/$contactId', params: { contactId }, search: {} });
          }}
        />
      </div>
    </Panel>
  );
}
