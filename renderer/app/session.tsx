import { ModalsProvider } from '@mantine/modals';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DeskState } from '#shared/contract/desk.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useKeepUnkeptTexts } from '../client/use-unkept-texts.ts';
import { RecoveryProvider } from '../features/today/index.ts';
import { useActivityReport } from './activity.ts';
import { makeRouter } from './router.tsx';

/** One officer's time at the desk; its whole state ends with it. */
export function Session(props: { readonly desk: DeskState; readonly officerId: Id }) {
  const { t } = useTranslation();
  const [router] = useState(makeRouter);
  useActivityReport();
  useKeepUnkeptTexts(props.officerId);
  return (
    <ModalsProvider labels={{ confirm: t('save'), cancel: t('cancel') }}>
      <RecoveryProvider recovered={props.desk.recoveredFromUncleanStop}>
        <RouterProvider router={router} />
      </RecoveryProvider>
    </ModalsProvider>
  );
}
