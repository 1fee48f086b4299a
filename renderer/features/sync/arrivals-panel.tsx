import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { Arrival } from '#shared/contract/sync-lines.ts';

import { useErrorText } from '../../client/error-text.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { useArrivals } from './queries.ts';
import { SubjectLink } from './subject-link.tsx';
import classes from './sync.module.css';

/** Rows of one pull that are named on the page. */
const NAMED = 5;
const COUNTED = ['contact', 'amendment', 'attachment', 'promise', 'party', 'officer'] as const;

/** What colleagues did, as it came in last. */
export function ArrivalsPanel() {
  const { t } = useTranslation('sync');
  const errorText = useErrorText();
  const arrivals = useArrivals();
  return (
    <Panel title={t('arrivals.title')}>
      {arrivals.isError && <FailureNotice text={errorText(arrivals.error)} />}
      {arrivals.data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('arrivals.empty')}
        </Text>
      )}
      <ul className={classes.list}>
        {arrivals.data?.map((arrival) => (
          <ArrivalRow key={arrival.position} arrival={arrival} />
        ))}
      </ul>
    </Panel>
  );
}

function ArrivalRow({ arrival }: { readonly arrival: Arrival }) {
  const { t } = useTranslation('sync');
  const formats = useFormats();
  const { counts, removed, released } = arrival;
  const others = Object.entries(counts)
    .filter(([entity]) => !COUNTED.some((known) => known === entity))
    .reduce((sum, [, count]) => sum + count, 0);
  const words = [
    ...(released === 0 ? [] : [t('arrivals.released', { count: released })]),
    ...COUNTED.flatMap((entity) => {
      const count = counts[entity] ?? 0;
      return count === 0 ? [] : [t(`entity.${entity}`, { count })];
    }),
    ...(others === 0 ? [] : [t('entity.other', { count: others })]),
    ...(removed === 0 ? [] : [t('arrivals.removed', { count: removed })]),
  ];
  const named = arrival.samples.filter(
    ({ subject }) => subject.contactId !== null || subject.partyId !== null,
  );
  return (
    <li className={classes.item}>
      <div className={classes.about}>
        <Text size="sm">{words.join(', ')}</Text>
        {named.slice(-NAMED).map(({ entity, id, subject }) => (
          <SubjectLink key={`${entity} ${id}`} subject={subject} fallback={id} />
        ))}
      </div>
      <Text size="xs" c="dimmed">
        {formats.recentMoment(arrival.arrivedAt)}
      </Text>
    </li>
  );
}
