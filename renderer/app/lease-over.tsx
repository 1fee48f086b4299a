import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { Id } from '#shared/lib/ids.ts';

import { useLock } from '../client/desk-state.ts';
import { useReporter } from '../client/reporter.ts';
import { useKeepUnkeptTexts } from '../client/use-unkept-texts.ts';
import { LeaseOverPage } from '../features/sync/index.ts';
import { useActivityReport } from './activity.ts';
import classes from './lease-over.module.css';

/** In place of the officer's session, until the centre has let them in again. */
export function LeaseOver({ officerId }: { readonly officerId: Id }) {
  const { t } = useTranslation('frame');
  const lock = useLock();
  const report = useReporter();
  useActivityReport();
  useKeepUnkeptTexts(officerId);
  return (
    <main className={classes.main}>
      <LeaseOverPage
        actions={
          <Button
            variant="default"
            leftSection={<IconLock size={16} aria-hidden />}
            onClick={() => {
              report(lock());
            }}
          >
            {t('lock')}
          </Button>
        }
      />
    </main>
  );
}
