import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconZoomQuestion } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { MOST_NAMES } from '#shared/contract/search.ts';

import { useErrorText } from '../../client/error-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import {
  ContactHitRow,
  DossierHitRow,
  NeighbourhoodRow,
  PartyRow,
  PlaceRow,
  PromiseHitRow,
} from './hit-rows.tsx';
import { useContactHits, useDossierHits, useNames, usePromiseHits } from './queries.ts';
import classes from './search.module.css';
import { Unindexed } from './unindexed.tsx';

/** Names of a kind that are shown at first. */
const FIRST_NAMES = 20;

/** Everything that holds a text, by kind; each kind has a way to what is not shown yet. */
export function Results(props: { readonly text: string }) {
  const { text } = props;
  const { t } = useTranslation('search');
  const errorText = useErrorText();
  const [mostNames, setMostNames] = useState(FIRST_NAMES);
  const names = useNames(text, mostNames);
  const contacts = useContactHits(text);
  const promises = usePromiseHits(text);
  const dossiers = useDossierHits(text);
  const failed = [names, contacts, promises, dossiers].find(({ isError }) => isError);
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
  if (!names.data || !contacts.data || !promises.data || !dossiers.data) {
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
  const dossierHits = dossiers.data.pages.flatMap(({ rows }) => rows);
  const { places, neighbourhoods, parties } = names.data;
  const beside = [places, neighbourhoods, parties, dossierHits, promiseHits].flat().length;
  const moreNames = (label: string, isMore: boolean) => (
    <MoreNames
      label={label}
      isMore={isMore}
      most={mostNames}
      isBusy={names.isFetching}
      onMore={() => {
        setMostNames(MOST_NAMES);
      }}
    />
  );
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
              {moreNames(t('morePlaces'), names.data.morePlaces)}
            </Panel>
          )}
          {neighbourhoods.length > 0 && (
            <Panel flush title={t('neighbourhoods')}>
              <Hits>
                {neighbourhoods.map((hit) => (
                  <NeighbourhoodRow key={hit.id} hit={hit} typed={text} />
                ))}
              </Hits>
              {moreNames(t('moreNeighbourhoods'), names.data.moreNeighbourhoods)}
            </Panel>
          )}
          {parties.length > 0 && (
            <Panel flush title={t('parties')}>
              <Hits>
                {parties.map((hit) => (
                  <PartyRow key={hit.id} hit={hit} typed={text} />
                ))}
              </Hits>
              {moreNames(t('moreParties'), names.data.moreParties)}
            </Panel>
          )}
          {dossierHits.length > 0 && (
            <Panel flush title={t('dossiers')}>
              <Hits>
                {dossierHits.map((hit) => (
                  <DossierHitRow key={hit.id} hit={hit} typed={text} />
                ))}
              </Hits>
              <More list={dossiers} label={t('moreDossiers')} />
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

/** The way to more names; where even the most are not all, how to narrow them. */
function MoreNames(props: {
  readonly label: string;
  readonly isMore: boolean;
  readonly most: number;
  readonly isBusy: boolean;
  readonly onMore: () => void;
}) {
  const { t } = useTranslation('search');
  const formats = useFormats();
  if (!props.isMore) return null;
  if (props.most >= MOST_NAMES) {
    return (
      <Text size="sm" c="dimmed" className={classes.more}>
        {t('tooManyNames', { most: formats.number(MOST_NAMES) })}
      </Text>
    );
  }
  return (
    <div className={classes.more}>
      <Button variant="default" size="compact-sm" loading={props.isBusy} onClick={props.onMore}>
        {props.label}
      </Button>
    </div>
  );
}
