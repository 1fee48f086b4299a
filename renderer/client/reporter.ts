import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import { useErrorText } from './error-text.ts';

/**
 * For work whose outcome has no place of its own on the page: a failure becomes a notification.
 * `report(promise)` never rejects.
 */
export function useReporter(): (work: Promise<unknown>) => void {
  const errorText = useErrorText();
  const { t } = useTranslation();
  return useCallback(
    (work) => {
      work.catch((error: unknown) => {
        notifications.show({
          color: 'red',
          title: t('failedTitle'),
          message: errorText(error),
          autoClose: 12_000,
        });
      });
    },
    [errorText, t],
  );
}
