import 'dayjs/locale/nl-be';
import 'dayjs/locale/fr';

import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { QueryClientProvider } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { AppearanceProvider } from '../client/appearance.tsx';
import type { Connection } from '../client/connection.ts';
import { makeQueryClient } from '../client/query-client.ts';
import { WorkbenchProvider } from '../client/workbench.tsx';
import { ConnectionNotice } from './connection-notice.tsx';
import { CrashBoundary } from './crash-boundary.tsx';
import { Gate } from './gate.tsx';
import { Notices } from './notices.tsx';
import { styleNonce } from './style-nonce.ts';
import { cssVariables, makeTheme } from './theme.ts';

const DAYJS_LOCALES: Record<string, string> = { nl: 'nl-be', fr: 'fr', en: 'en' };

export function App(props: { readonly connection: Connection }) {
  const [queries] = useState(makeQueryClient);
  const { t, i18n } = useTranslation();
  const close = t('close');
  const theme = useMemo(() => makeTheme(close), [close]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <CrashBoundary>
        <QueryClientProvider client={queries}>
          <WorkbenchProvider connection={props.connection}>
            <AppearanceProvider>
              <DatesProvider
                settings={{ locale: DAYJS_LOCALES[i18n.language] ?? 'nl-be', firstDayOfWeek: 1 }}
              >
                <Gate />
                <ConnectionNotice />
                <Notices />
              </DatesProvider>
            </AppearanceProvider>
          </WorkbenchProvider>
        </QueryClientProvider>
      </CrashBoundary>
    </MantineProvider>
  );
}
