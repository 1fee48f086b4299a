import { Center, Loader, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { forgetOfficer, useDeskState } from '../client/desk-state.ts';
import { useErrorText } from '../client/error-text.ts';
import { useLiveChanges } from '../client/live-changes.ts';
import { forgetUndo } from '../client/undo-notice.tsx';
import { useWarnBeforeLeaving } from '../client/use-unkept-texts.ts';
import { useConnectionStatus } from '../client/workbench.tsx';
import { UnlockPage } from '../features/desk/index.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { Cover, CoverContext, useCover } from './cover.tsx';
import classes from './gate.module.css';
import { LeaseOver } from './lease-over.tsx';
import { Session } from './session.tsx';

/** Decides what is shown: waiting, the unlock screen, the officer's session, or its cover. */
export function Gate() {
  const { t } = useTranslation('frame');
  const errorText = useErrorText();
  const status = useConnectionStatus();
  const desk = useDeskState();
  useLiveChanges();
  const officer = desk.data?.officer;
  const [isCovered, cover] = useCover(!!officer, desk.data?.idleLockMinutes ?? 0);
  useForgetAtChange(isCovered ? undefined : officer?.profileId);
  useWarnBeforeLeaving();

  if (!desk.data) {
    return (
      <Center mih="100vh" component="main">
        {desk.isError && status === 'open' ? (
          <FailureNotice text={errorText(desk.error)} onRetry={() => void desk.refetch()} />
        ) : (
          <div className={classes.waiting} role="status">
            <Loader size="sm" />
            <Text size="sm">{t('connecting')}</Text>
          </div>
        )}
      </Center>
    );
  }
  if (desk.data.state === 'locked' || !officer) return <UnlockPage desk={desk.data} />;
  if (isCovered) return <Cover />;
  // By the file that is open: one without work takes over who its officer is to the centre, and stays open.
  const { id: officerId, profileId } = officer;
  if (desk.data.leaseOver) return <LeaseOver key={profileId} officerId={officerId} />;
  return (
    <CoverContext value={cover}>
      <Session key={profileId} officerId={officerId} desk={desk.data} />
    </CoverContext>
  );
}

/** When a file is closed or another one opened, nothing of the last one stays in the page or its address. */
function useForgetAtChange(profileId: string | undefined): void {
  const queries = useQueryClient();
  useEffect(
    () => () => {
      if (profileId === undefined) return;
      modals.closeAll();
      forgetUndo();
      notifications.clean();
      forgetOfficer(queries);
      window.history.replaceState(null, '', '#/');
    },
    [profileId, queries],
  );
}
