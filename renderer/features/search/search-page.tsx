import { Button, Skeleton, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconZoomQuestion } from '@tabler/icons-react';
import { useNavigate, useSearch as useAddress } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { isEmptyQuery, LONGEST_QUERY, readQuery } from '#shared/domain/search/search-query.ts';

import { useErrorText } from '../../client/error-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import {
  ContactHitRow,
  DossierHitRow,
  NeighbourhoodRow,
  PartyRow,
  PlaceRow,
  PromiseHitRow,
} from './hit-rows.tsx';
import { useContactHits, usePromiseHits, useSearch } from './queries.ts';
import classes from './search.module.css';
import { Unindexed } from './unindexed.tsx';

const PAUSE_MS = 250;
/** The most names of a kind: more are better narrowed by another letter. */
const MOST_NAMES = 20;

/** All results for a text, by kind, with the text in the address so that it can be kept and gone back to. */
export function SearchPage() {
  const { t } = useTranslation('search');
  const { q } = useAddress({ from: '/search' });
  const isEmpty = isEmptyQuery(readQuery(q));
  return (
    <Page title={t('title')} description={t('description')}>
      <SearchField text={q} />
      {isEmpty ? (
        <EmptyState icon={<IconSearch size={22} />} title={t('empty')} text={t('emptyText')} />
      ) : (
        <Results key={q} text={q} />
      )}
    </Page>
  );
}

function SearchField(props: { readonly text: string }) {
  const { t } = useTranslation('search');
  const navigate = useNavigate();
  const [typed, setTyped] = useState(props.text);
  const look = useDebouncedCallback((q: string) => {
    void navigate({ to: '/search', search: { q }, replace: true });
  }, PAUSE_MS);
  // Another way to this page, such as the palette, brings another text.
  useEffect(() => {
    setTyped((now) => (now.trim() === props.text ? now : props.text));
  }, [props.text]);
  return (
    <TextInput
      mb="md"
      type="search"
      autoFocus
      label={t('fieldLabel')}
      maxLength={LONGEST_QUERY}
      autoComplete="off"
      spellCheck={false}
      leftSection={<IconSearch size={18} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        look(event.currentTarget.value.trim());
      }}
    />
  );
}

function Results(props: { readonly text: string }) {
  const { text } = props;
  const { t } = useTranslation('search');
  const errorText = useErrorText();
  const names = useSearch(text, MOST_NAMES);
  const contacts = useContactHits(text);
  const promises = usePromiseHits(text);
  const failed = [names, contacts, promises].find(({ isError }) => isError);
  if (failed) {
    return (
      <FailureNotice
        text={errorText(failed.error)}
        onRetry={() => {
          void failed.refetch();
        }}
      />
    );
  }
  if (!names.data || !contacts.data || !promises.data) {
    return (
      <Stack aria-hidden>
        <Skeleton height={72} />
        <Skeleton height={72} />
        <Skeleton height={72} />
      </Stack>
    );
  }
  const contactHits = contacts.data.pages.flatMap(({ rows }) => rows);
  const promiseHits = promises.data.pages.flatMap(({ rows }) => rows);
  const { places, neighbourhoods, parties, dossiers } = names.data;
  const beside = [places, neighbourhoods, parties, dossiers, promiseHits].flat().length;
  if (contactHits.length + beside === 0) {
    return (
      <>
        <Unindexed count={names.data.unindexed} />
        <EmptyState
          icon={<IconZoomQuestion size={22} />}
          title={t('nothing', { text })}
          text={t('nothingText')}
        />
      </>
    );
  }
  return (
    <>
      <Unindexed count={names.data.unindexed} />
      <div className={classes.columns}>
        <Panel flush title={t('contacts')}>
          <Hits empty={t('noContacts')}>
            {contactHits.map((hit) => (
              <ContactHitRow key={hit.id} hit={hit} typed={text} />
            ))}
          </Hits>
          <More list={contacts} label={t('moreContacts')} />
        </Panel>
        <Stack gap="md">
          {places.length > 0 && (
            <Panel flush title={t('streets')}>
              <Hits>
                {places.map((place) => (
                  <PlaceRow key={place.streetId} place={place} typed={text} />
                ))}
              </Hits>
            </Panel>
          )}
          {neighbourhoods.length > 0 && (
            <Panel flush title={t('neighbourhoods')}>
              <Hits>
                {neighbourhoods.map((hit) => (
                  <NeighbourhoodRow key={hit.id} hit={hit} typed={text} />
                ))}
              </Hits>
            </Panel>
          )}
          {parties.length > 0 && (
            <Panel flush title={t('parties')}>
              <Hits>
                {parties.map((hit) => (
                  <PartyRow key={hit.id} hit={hit} typed={text} />
                ))}
              </Hits>
            </Panel>
          )}
          {dossiers.length > 0 && (
            <Panel flush title={t('dossiers')}>
              <Hits>
                {dossiers.map((hit) => (
                  <DossierHitRow key={hit.id} hit={hit} typed={text} />
                ))}
              </Hits>
            </Panel>
          )}
          <Panel flush title={t('promises')}>
            <Hits empty={t('noPromises')}>
              {promiseHits.map((hit) => (
                <PromiseHitRow key={hit.id} hit={hit} typed={text} />
              ))}
            </Hits>
            <More list={promises} label={t('morePromises')} />
          </Panel>
        </Stack>
      </div>
    </>
  );
}

function Hits(props: { readonly empty?: string; readonly children: readonly ReactNode[] }) {
  return props.children.length === 0 ? (
    <p className={classes.nothing}>{props.empty}</p>
  ) : (
    <ul className={classes.list}>{props.children}</ul>
  );
}

function More(props: {
  readonly list: Pick<ReturnType<typeof useContactHits>, 'hasNextPage' | 'isFetchingNextPage'> & {
    readonly fetchNextPage: () => Promise<unknown>;
  };
  readonly label: string;
}) {
  const { list } = props;
  if (!list.hasNextPage) return null;
  return (
    <div className={classes.more}>
      <Button
        variant="default"
        size="compact-sm"
        loading={list.isFetchingNextPage}
        onClick={() => {
          void list.fetchNextPage();
        }}
      >
        {props.label}
      </Button>
    </div>
  );
}
