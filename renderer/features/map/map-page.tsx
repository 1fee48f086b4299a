import { Button, Group, Text, Title } from '@mantine/core';
import { IconList, IconMap2 } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type ContactPoint, MOST_LISTED } from '#shared/contract/contacts.ts';
import type { Contact } from '#shared/domain/contacts/contact.ts';
import type { Position } from '#shared/domain/territory/geometry.ts';

import { useErrorText } from '../../client/error-text.ts';
import type { TownView } from '../../map/town-scene.ts';
import { useContactsOnMap } from '../../map/use-contacts-on-map.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { TerritoryMap, useLocated, useTerritorySummary } from '../territory/index.ts';
import { ChosenContact } from './chosen-contact.tsx';
import { ContactList } from './contact-list.tsx';
import { Legend } from './legend.tsx';
import { MapFilters } from './map-filters.tsx';
import classes from './map-page.module.css';
import { filterOf, listSearchOf, type MapSearch } from './map-search.ts';
import { MarkHint } from './mark-hint.tsx';
import { useMarkText } from './mark-text.ts';
import { NothingInView } from './nothing-in-view.tsx';
import { PlaceCard } from './place-card.tsx';
import { useContact, useContactsInView } from './queries.ts';

/** The contacts on the town plan, and beside it the same in words. */
export function MapPage() {
  const { t } = useTranslation('map');
  const formats = useFormats();
  const errorText = useErrorText();
  const search: MapSearch = useSearch({ from: '/map' });
  const navigate = useNavigate({ from: '/map' });
  const [view, setView] = useState<TownView | null>(null);
  const [place, setPlace] = useState<Position | null>(null);
  const filter = useMemo(() => filterOf(search), [search]);
  const onMap = useContactsOnMap(view, filter);
  const answer = useContactsInView(view, filter);
  const inView = answer.data?.points ?? NO_POINTS;
  const total = answer.data?.total ?? 0;
  const chosen = useContact(search.contact).data;
  const selected = useMemo(() => (chosen ? pointOf(chosen) : null), [chosen]);
  const describe = useMarkText();
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
            {...(onMap.data ? { contacts: onMap.data } : {})}
            selected={selected}
            revealed={selected?.position ?? null}
            pin={place}
            highlightedStreetId={(place && located?.streetId) ?? null}
            onView={setView}
            onContact={choose}
            onPlace={setPlace}
            describe={describe}
            hint={(mark) => <MarkHint mark={mark} />}
          >
            {place ? <PlaceCard position={place} onClose={() => setPlace(null)} /> : null}
            <Legend />
          </TerritoryMap>
        )}
      </div>
      <aside className={classes.side} aria-label={t('list')}>
        <div className={classes.sideHead}>
          <Group justify="space-between" wrap="nowrap">
            <Title order={1}>{t('title')}</Title>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconList size={16} aria-hidden />}
              renderRoot={(rest) => <ListLink {...rest} search={search} />}
            >
              {t('toList')}
            </Button>
          </Group>
          <MapFilters
            search={search}
            onChange={change}
            onClear={() => {
              void navigate({
                search: ({ contact, sort, group, columns, widths }) => ({
                  contact,
                  sort,
                  group,
                  columns,
                  widths,
                }),
                replace: true,
              });
            }}
          />
          {search.contact ? (
            <ChosenContact
              id={search.contact}
              filter={listSearchOf(search)}
              onClose={() => choose(undefined)}
            />
          ) : null}
          {answer.isError ? <FailureNotice text={errorText(answer.error)} /> : null}
          <Text size="sm" fw={600} role="status">
            {total > 0
              ? t('shown', { count: total, shown: formats.number(total) })
              : answer.isPending && !empty
                ? t('counting')
                : t('none')}
          </Text>
          {total > inView.length ? (
            <Text size="xs" c="dimmed">
              {t('more', { most: formats.number(MOST_LISTED) })}
            </Text>
          ) : null}
        </div>
        {inView.length > 0 ? (
          <ContactList points={inView} selectedId={search.contact ?? null} onSelect={choose} />
        ) : answer.isPending ? null : (
          <NothingInView isFiltered={Object.keys(filter).length > 0} />
        )}
      </aside>
    </div>
  );
}

const NO_POINTS: readonly ContactPoint[] = [];

/** The list with the same filter, and the same contact open in it. */
function ListLink({ search, ...rest }: { readonly search: MapSearch }) {
  const list = listSearchOf(search);
  return search.contact === undefined ? (
    <Link {...rest} to="/contacts" search={list} />
  ) : (
    <Link
      {...rest}
      to="/contacts/$contactId"
      params={{ contactId: search.contact }}
      search={list}
    />
  );
}

/** Null where the contact has no place. */
function pointOf({ id, position, reason, occurredAt }: Contact): ContactPoint | null {
  return position && { id, position: [position[0], position[1]], reason, occurredAt };
}
