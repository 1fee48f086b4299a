import { Button, SegmentedControl, Skeleton, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SyncState } from '#shared/contract/sync.ts';
import type { OperationLine } from '#shared/contract/sync-lines.ts';

import { useErrorText } from '../../client/error-text.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { useOperations } from './queries.ts';
import { SubjectLink } from './subject-link.tsx';
import classes from './sync.module.css';

const PLACES = ['only-here', 'under-way', 'received'] as const;
type Place = (typeof PLACES)[number];
const EMPTY = {
  'only-here': 'lists.onlyHereEmpty',
  'under-way': 'lists.underWayEmpty',
  received: 'lists.receivedEmpty',
} as const;

/** Everything that was changed on this desk, by where it is now, newest first. */
export function OperationsPanel(props: Pick<SyncState, 'onlyHere' | 'underWay' | 'files'>) {
  const { t } = useTranslation('sync');
  const formats = useFormats();
  const [place, setPlace] = useState<Place>('only-here');
  const { count, size, sent } = props.files;
  const counts = { 'only-here': props.onlyHere, 'under-way': props.underWay, received: null };
  return (
    <Panel title={t('lists.title')}>
      <SegmentedControl
        fullWidth
        aria-label={t('lists.where')}
        value={place}
        onChange={(next) => {
          setPlace(PLACES.find((one) => one === next) ?? 'only-here');
        }}
        data={PLACES.map((value) => {
          const count = counts[value];
          const label = t(`lists.${value}`);
          return { value, label: count === null ? label : `${label} (${formats.number(count)})` };
        })}
      />
      {count > 0 && (
        <Text size="sm" mt="sm" data-testid="arriving-files">
          {t('lists.files', { count, sent: formats.size(sent), size: formats.size(size) })}
        </Text>
      )}
      <Operations place={place} />
    </Panel>
  );
}

function Operations({ place }: { readonly place: Place }) {
  const { t } = useTranslation('sync');
  const errorText = useErrorText();
  const answer = useOperations({ where: place });
  const rows = answer.data?.pages.flatMap((page) => page.rows) ?? [];
  if (answer.isPending) return <Skeleton height={120} mt="sm" />;
  if (answer.isError) {
    return <FailureNotice text={errorText(answer.error)} onRetry={() => void answer.refetch()} />;
  }
  if (rows.length === 0) {
    return (
      <Text size="sm" c="dimmed" mt="sm">
        {t(EMPTY[place])}
      </Text>
    );
  }
  return (
    <>
      <ul className={classes.list} aria-label={t(`lists.${place}`)}>
        {rows.map((line) => (
          <OperationRow key={line.opId} line={line} />
        ))}
      </ul>
      {answer.hasNextPage && (
        <Button
          size="compact-sm"
          variant="subtle"
          mt="xs"
          loading={answer.isFetchingNextPage}
          onClick={() => void answer.fetchNextPage()}
        >
          {t('lists.more')}
        </Button>
      )}
    </>
  );
}

function OperationRow({ line }: { readonly line: OperationLine }) {
  const { t } = useTranslation('sync');
  const formats = useFormats();
  const deed = t(`deed.${line.deed}`);
  return (
    <li className={classes.item}>
      <div className={classes.about}>
        <Text size="xs" c="dimmed">
          {deed} · {formats.recentMoment(line.madeAt)}
        </Text>
        <SubjectLink
          subject={line.subject}
          fallback={line.isTakenAway ? t('lists.takenAway') : deed}
        />
      </div>
      {line.receipt !== '' && (
        <Text size="xs" c="dimmed" ta="end">
          {line.isReleased && `${t('lists.released')} `}
          {t('lists.receipt', { number: line.receipt })}
        </Text>
      )}
    </li>
  );
}
