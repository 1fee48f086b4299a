import { Alert, Button, Group } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { useIsSomethingUnkept } from '../client/unkept-texts.ts';
import { useConnection, useConnectionStatus } from '../client/workbench.tsx';
import classes from './connection-notice.module.css';

/** Lies over the page while the workbench is away; the page below keeps what was typed. */
export function ConnectionNotice() {
  const { t } = useTranslation('frame');
  const { t: common } = useTranslation();
  const connection = useConnection();
  const status = useConnectionStatus();
  const isUnkept = useIsSomethingUnkept();
  const text = {
    lost: t(isUnkept ? 'lostUnkept' : 'lost'),
    refused: t(isUnkept ? 'refusedUnkept' : 'refused'),
  };
  return (
    <div className={classes.place} role="status">
      {(status === 'lost' || status === 'refused') && (
        <Alert
          color="orange"
          variant="filled"
          className={classes.notice}
          icon={<IconPlugConnectedX size={20} />}
          title={status === 'lost' ? t('lostTitle') : t('refusedTitle')}
        >
          <Group justify="space-between" gap="md" wrap="nowrap">
            {text[status]}
            {status === 'lost' && (
              <Button
                size="compact-sm"
                variant="white"
                color="dark"
                flex="none"
                onClick={connection.retryNow}
              >
                {common('retry')}
              </Button>
            )}
          </Group>
        </Alert>
      )}
    </div>
  );
}
