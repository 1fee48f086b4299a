import { Alert, Button, Group, List } from '@mantine/core';
import { IconShieldExclamation } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { RightsChange } from '#shared/contract/sync-lines.ts';

import { useReporter } from '../../client/reporter.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useRightsChanges } from './queries.ts';
import classes from './rights-banner.module.css';

/** Says on every page that rights changed and what happened to unsent work, the newest first, until it was read. */
export function RightsBanner() {
  const { t } = useTranslation('sync');
  const client = useWorkbench();
  const report = useReporter();
  const changes = useRightsChanges().data ?? [];
  const last = changes.at(-1);
  if (!last) return null;
  return (
    <Alert
      color="orange"
      role="status"
      icon={<IconShieldExclamation size={20} />}
      title={t('rights.title')}
      className={classes.banner}
    >
      <div
        className={classes.changes}
        role="group"
        aria-label={t('rights.title')}
        // What is more than fits is scrolled, with the keyboard too.
        tabIndex={0}
      >
        {changes.toReversed().map((change) => (
          <Words key={change.position} change={change} />
        ))}
      </div>
      <Group gap="xs" mt="xs">
        <Button
          size="compact-sm"
          variant="default"
          renderRoot={(props) => <Link {...props} to="/sync" />}
        >
          {t('rights.look')}
        </Button>
        <Button
          size="compact-sm"
          onClick={() => {
            report(client.sync.rightsSeen({ position: last.position }));
          }}
        >
          {t('rights.seen')}
        </Button>
      </Group>
    </Alert>
  );
}

function Words({ change }: { readonly change: RightsChange }) {
  const { t } = useTranslation('sync');
  const formats = useFormats();
  const names = (areas: RightsChange['lost']): string => {
    const all = areas.map(
      (area) => formats.name(area.nameNl, area.nameFr) || t('rights.unknownArea'),
    );
    return [...new Set(all)].join(', ');
  };
  const { gained, lost, rowsLeft, unsent } = change;
  const hasLost = lost.length > 0 || change.lostOther;
  const places = ['waiting', 'received', 'quarantined', 'rejected'] as const;
  const hasUnsent = places.some((place) => unsent[place] > 0);
  return (
    <List size="sm" spacing={2}>
      <List.Item>{t('rights.noticed', { moment: formats.moment(change.noticedAt) })}</List.Item>
      {gained.length > 0 && <List.Item>{t('rights.gained', { areas: names(gained) })}</List.Item>}
      {change.gainedOther && <List.Item>{t('rights.gainedOther')}</List.Item>}
      {lost.length > 0 && <List.Item>{t('rights.lost', { areas: names(lost) })}</List.Item>}
      {change.lostOther && <List.Item>{t('rights.lostOther')}</List.Item>}
      {hasLost && <List.Item>{t('rights.rowsLeft', { count: rowsLeft })}</List.Item>}
      {hasLost && !hasUnsent && <List.Item>{t('rights.noUnsent')}</List.Item>}
      {places
        .filter((place) => unsent[place] > 0)
        .map((place) => (
          <List.Item key={place}>{t(`rights.${place}`, { count: unsent[place] })}</List.Item>
        ))}
    </List>
  );
}
