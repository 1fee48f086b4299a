import { Badge, Button, Group, Loader, Text } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { Disclosure } from '#shared/contract/exports.ts';
import type { ContactView } from '#shared/domain/contacts/contact-view.ts';

import { useErrorText } from '../../client/error-text.ts';
import { pagedQuestionOptions } from '../../client/queries.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { boardSearchOf } from '../board/index.ts';
import { searchOf, useViewWords } from '../views/index.ts';
import classes from './disclosures-panel.module.css';

const PAGE_ROWS = 10;

/** What left this desk: every export and print, the newest first, with the way back to its list. */
export function DisclosuresPanel() {
  const { t } = useTranslation('exports');
  const client = useWorkbench();
  const errorText = useErrorText();
  const answer = useInfiniteQuery(
    pagedQuestionOptions(client, {
      topics: ['exports'],
      key: ['exports.disclosures'],
      ask: (workbench, cursor, signal) =>
        workbench.exports.disclosures({ cursor, limit: PAGE_ROWS }, { signal }),
    }),
  );
  const rows = answer.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Panel title={t('left.title')} flush>
      {answer.isPending && <Loader size="sm" m="md" role="status" aria-label={t('left.loading')} />}
      {answer.isError && (
        <FailureNotice text={errorText(answer.error)} onRetry={() => void answer.refetch()} />
      )}
      {answer.isSuccess && rows.length === 0 && (
        <EmptyState
          icon={<IconFileExport size={22} />}
          title={t('left.none')}
          text={t('left.noneText')}
        />
      )}
      {rows.length > 0 && (
        <ul className={classes.list}>
          {rows.map((row) => (
            <li key={row.id} className={classes.row}>
              <DisclosureRow disclosure={row} />
            </li>
          ))}
        </ul>
      )}
      {answer.hasNextPage && (
        <Group justify="center" p="xs">
          <Button
            variant="default"
            size="compact-sm"
            loading={answer.isFetchingNextPage}
            onClick={() => void answer.fetchNextPage()}
          >
            {t('left.more')}
          </Button>
        </Group>
      )}
    </Panel>
  );
}

function DisclosureRow({ disclosure }: { readonly disclosure: Disclosure }) {
  const { madeAt, officerName, format, contacts, entries, recipient, include } = disclosure;
  const { t } = useTranslation('exports');
  const formats = useFormats();
  return (
    <>
      <Group gap="xs" wrap="wrap">
        <Text size="sm" fw={550}>
          {formats.moment(madeAt)}
        </Text>
        <Text size="sm">
          {t(`left.format.${format}`)} ·{' '}
          {format === 'icalendar'
            ? t('left.entries', { count: entries, total: formats.number(entries) })
            : t('page.count', { count: contacts, total: formats.number(contacts) })}{' '}
          · {officerName}
        </Text>
        {include.restricted && <Badge color="orange">{t('left.restricted')}</Badge>}
        {include.assessments && <Badge color="orange">{t('left.assessments')}</Badge>}
      </Group>
      <Text size="sm">{recipient === '' ? t('left.unsaid') : t('left.for', { recipient })}</Text>
      <WhatLeft disclosure={disclosure} />
    </>
  );
}

/** The list or the board that it was made of, with the way back. */
function WhatLeft({ disclosure: { view, board } }: { readonly disclosure: Disclosure }) {
  const { t } = useTranslation('exports');
  if (view) return <ListWords view={view} />;
  if (board) {
    return (
      <Link to="/board" search={boardSearchOf(board)} className={classes.link}>
        {t('left.openBoard')}
      </Link>
    );
  }
  return (
    <Text size="xs" c="dimmed">
      {t('left.unknownList')}
    </Text>
  );
}

function ListWords({ view }: { readonly view: ContactView }) {
  const { t } = useTranslation('exports');
  const words = useViewWords(view)();
  return (
    <Group gap="xs" wrap="wrap" align="baseline">
      <Text size="xs" c="dimmed">
        {words.map(([label, value]) => `${label}: ${value}`).join(' · ')}
      </Text>
      <Link to="/contacts" search={searchOf(view)} className={classes.link}>
        {t('left.open')}
      </Link>
    </Group>
  );
}
