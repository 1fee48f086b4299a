import { Button, Group, Paper, Skeleton } from '@mantine/core';
import { IconFilterOff, IconFolders, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DossierFilter } from '#shared/contract/dossier-list.ts';

import { useErrorText } from '../../client/error-text.ts';
import { useQuestion } from '../../client/queries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Page } from '../../ui/page.tsx';
import { DossierFilters } from './dossier-filters.tsx';
import { type DossierSearch, filterIn, isNarrowed } from './dossier-search.ts';
import { DossierTable } from './dossier-table.tsx';
import { type DossierBegin, NewDossierDialog } from './new-dossier-dialog.tsx';
import { useDossierList } from './queries.ts';

const EMPTY: DossierBegin = { place: null, title: '', problem: null, contacts: [] };

/** All dossiers by what they are about and where they stand, and a new one. */
export function DossiersPage() {
  const { t } = useTranslation('actions');
  const errorText = useErrorText();
  const search = useSearch({ from: '/dossiers' });
  const navigate = useNavigate();
  const list = useDossierList(filterIn(search));
  const field = useRef<HTMLInputElement>(null);
  const [isNew, setNew] = useState(false);
  const from = useBegin(search);
  const begin = from ?? (isNew ? EMPTY : undefined);
  const narrow = (part: Partial<DossierFilter>): void => {
    void navigate({ to: '/dossiers', search: { ...filterIn(search), ...part }, replace: true });
  };
  const clear = (): void => {
    // The button that was pressed goes: the next word is typed where it stood.
    field.current?.focus();
    void navigate({ to: '/dossiers', search: {}, replace: true });
  };
  return (
    <Page
      title={t('dossiers')}
      description={t('dossiersText')}
      actions={
        <Group gap="xs">
          <Button variant="default" renderRoot={(rest) => <Link {...rest} to="/thread" />}>
            {t('thread')}
          </Button>
          <Button variant="default" renderRoot={(rest) => <Link {...rest} to="/briefing" />}>
            {t('briefing')}
          </Button>
          <Button variant="default" renderRoot={(rest) => <Link {...rest} to="/bench" />}>
            {t('bench.title')}
          </Button>
          <Button
            leftSection={<IconPlus size={17} aria-hidden />}
            onClick={() => {
              setNew(true);
            }}
          >
            {t('new.title')}
          </Button>
        </Group>
      }
    >
      <DossierFilters
        search={search}
        total={list.total}
        field={field}
        onChange={narrow}
        onClear={clear}
      />
      <Paper component="section" radius="md" withBorder aria-label={t('dossiers')}>
        {list.isError && (
          <FailureNotice text={errorText(list.error)} onRetry={() => void list.refetch()} />
        )}
        {list.isPending && <Skeleton height={120} m="md" aria-hidden />}
        {list.isSuccess && list.rows.length === 0 && (
          <NoDossiers
            // Until the whole list is there again, nothing is what the words before found.
            isNarrowed={isNarrowed(search) || !list.isSettled}
            onClear={clear}
            onNew={() => {
              setNew(true);
            }}
          />
        )}
        {list.rows.length > 0 && <DossierTable rows={list.rows} />}
        {list.hasNextPage && (
          <Button
            variant="subtle"
            m="sm"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('list.more')}
          </Button>
        )}
      </Paper>
      <NewDossierDialog
        key={`${search.street} ${search.segment} ${search.contact} ${from === undefined}`}
        begin={begin}
        onClose={() => {
          setNew(false);
          if (from) void navigate({ to: '/dossiers', search: filterIn(search), replace: true });
        }}
      />
    </Page>
  );
}

/** Why the list is empty, and what can be done about it. */
function NoDossiers(props: {
  readonly isNarrowed: boolean;
  readonly onClear: () => void;
  readonly onNew: () => void;
}) {
  const { t } = useTranslation('actions');
  if (props.isNarrowed) {
    return (
      <EmptyState
        icon={<IconFilterOff size={22} />}
        title={t('list.noMatch')}
        text={t('list.noMatchText')}
        action={
          <Button variant="default" onClick={props.onClear}>
            {t('list.showAll')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={<IconFolders size={22} />}
      title={t('none')}
      text={t('noneText')}
      action={
        <Button variant="default" onClick={props.onNew}>
          {t('new.title')}
        </Button>
      }
    />
  );
}

/** What a new dossier begins from when somebody came here from a street or a contact. */
function useBegin({
  street: streetId,
  segment: segmentId = null,
  contact: contactId,
}: DossierSearch): DossierBegin | undefined {
  const street = useQuestion(
    {
      topics: ['territory'],
      key: ['streets.street', streetId],
      ask: (client, signal) => client.streets.street({ id: streetId ?? '' }, { signal }),
    },
    { enabled: streetId !== undefined },
  ).data;
  const contact = useQuestion(
    {
      topics: ['contacts'],
      key: ['contacts.get', contactId],
      ask: (client, signal) => client.contacts.get({ id: contactId ?? '' }, { signal }),
    },
    { enabled: contactId !== undefined },
  ).data;
  if (contactId !== undefined && contact) {
    return {
      place: {
        streetId: contact.streetId,
        neighbourhoodId: contact.neighbourhoodId,
        position: contact.position,
        segmentId: null,
      },
      // Who may not see the contact may see the title.
      title: contact.sensitivity === 'restricted' ? '' : contact.summary.slice(0, 120),
      problem: contact.problems[0] ?? null,
      contacts: [contact.id],
    };
  }
  if (streetId !== undefined && street) {
    return {
      ...EMPTY,
      // A street knows no neighbourhood of its own where it goes through several: the longest part is proposed.
      place: { streetId: street.id, neighbourhoodId: null, position: null, segmentId },
    };
  }
  return undefined;
}
