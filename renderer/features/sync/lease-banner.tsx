import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useSyncState } from '../../client/sync-state.ts';
import classes from './rights-banner.module.css';

/** Says on every page, some days before, that the officer has to sign in at the centre again. */
export function LeaseBanner() {
  const { t } = useTranslation('sync');
  const lease = useSyncState().data?.lease;
  if (!lease || (lease.state === 'valid' && !lease.endsSoon)) return null;
  return (
    <Alert
      color="orange"
      role="status"
      icon={<IconCalendarTime size={20} />}
      className={classes.banner}
    >
      <Group gap="xs" justify="space-between">
        <Text size="sm">
          {lease.state === 'over'
            ? t('lease.overNow')
            : t('lease.endsSoon', { count: lease.daysLeft + 1 })}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          renderRoot={(props) => <Link {...props} to="/sync" />}
        >
          {t('lease.signIn')}
        </Button>
      </Group>
    </Alert>
  );
}
