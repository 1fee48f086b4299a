import { Alert, Button, Text, Title } from '@mantine/core';
import { IconMap2 } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type ContactPoint, MOST_POINTS } from '#shared/contract/contacts.ts';
import type { Bounds, Position } from '#shared/domain/territory/geometry.ts';

import { useErrorText } from '../../client/error-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { TerritoryMap, useLocated, useTerritorySummary } from '../territory/index.ts';
import { ChosenContact } from './chosen-contact.tsx';
import { ContactList } from './contact-list.tsx';
import { Legend } from './legend.tsx';
import { MapFilters } from './map-filters.tsx';
import classes from './map-page.module.css';
import { filterOf, type MapSearch } from './map-search.ts';
import { MarkHint } from './mark-hint.tsx';
import { PlaceCard } from './place-card.tsx';
import { useContact, useContactsInView } from './queries.ts';

/** The contacts on the town plan, and beside it the same in words. */
export function MapPage() {
  const { t } = useTranslation('map');
  const formats = useFormats();
  const errorText = useErrorText();
  const search: MapSearch = useSearch({ from: '/map' });
  const navigate = useNavigate({ from: '/map' });
  const [bounds, setBounds] = useState<Bounds | null>(null);
  const [place, setPlace] = useState<Position | null>(null);
  const answer = useContactsInView(bounds, filterOf(search));
  const points = answer.data?.points;
  const inView = useMemo(() => pointsWithin(points ?? [], bounds), [points, bounds]);
  const chosen = useContact(search.contact).data;
  const located = useLocated(place).data;
  const summary = useTerritorySummary().data;
  const empty = summary?.bounds === null;

  const change = (part: Partial<MapSearch>): void => {
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  };
  const choose = (id: string | undefined): void => {
    setPlace(null);
    change({ contact: id });
  };
  return (
    <div className={classes.page} data-flush>
      <div className={classes.mapSide}>
        {empty ? (
          <div className={classes.empty}>
            <EmptyState
              icon={<IconMap2 size={24} />}
              title={t('empty')}
              text={t('emptyHelp')}
              action={
                <Button renderRoot={(rest) => <Link {...rest} to="/territory" />}>
                  {t('toTerritory')}
                </Button>
              }
            />
          </div>
        ) : (
          <TerritoryMap
            label={t('label')}
            attribution={t('attribution')}
            points={points ?? NO_POINTS}
            selectedId={search.contact ?? null}
            revealed={chosen?.position ?? null}
            pin={place}
            highlightedStreetId={(place && located?.streetId) ?? null}
            onView={(view) => setBounds(view.bounds)}
            onContact={choose}
            onPlace={setPlace}
            hint={(mark) => <MarkHint mark={mark} />}
          >
            {place ? <PlaceCard position={place} onClose={() => setPlace(null)} /> : null}
            <Legend />
          </TerritoryMap>
        )}
      </div>
      <aside className={classes.side} aria-label={t('list')}>
        <div className={classes.sideHead}>
          <Title order={1}>{t('title')}</Title>
          <MapFilters search={search} onChange={change} />
          {search.contact ? (
            <ChosenContact id={search.contact} onClose={() => choose(undefined)} />
          ) : null}
          {answer.isError ? <FailureNotice text={errorText(answer.error)} /> : null}
          <Text size="sm" fw={600} role="status">
            {inView.length > 0
              ? t('shown', { count: inView.length, shown: formats.number(inView.length) })
              : t('none')}
          </Text>
          {answer.data?.more ? (
            <Alert color="yellow" p="xs">
              {t('more', { most: formats.number(MOST_POINTS) })}
            </Alert>
          ) : null}
        </div>
        {inView.length > 0 ? (
          <ContactList points={inView} selectedId={search.contact ?? null} onSelect={choose} />
        ) : (
          <Text size="sm" c="dimmed" px="md">
            {t('noneHelp')}
          </Text>
        )}
      </aside>
    </div>
  );
}

const NO_POINTS: readonly ContactPoint[] = [];

/** The answer reaches a little beyond the view: what is listed is what can be seen. */
function pointsWithin(
  points: readonly ContactPoint[],
  bounds: Bounds | null,
): readonly ContactPoint[] {
  if (!bounds) return [];
  const [west, south, east, north] = bounds;
  return points.filter(
    ({ position: [longitude, latitude] }) =>
      west <= longitude && longitude <= east && south <= latitude && latitude <= north,
  );
}
