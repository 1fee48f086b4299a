import { ActionIcon, Button, Kbd, Text, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBuildingCommunity, IconLock, IconPlus, IconSearch } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import { useLock } from '../client/desk-state.ts';
import { useErrorText } from '../client/error-text.ts';
import { useConnection } from '../client/workbench.tsx';
import { useQuickLog } from '../features/contacts/index.ts';
import { AppearanceMenu } from '../features/desk/index.ts';
import { ariaShortcut, HelpButton, shortcutText } from '../features/help/index.ts';
import { usePalette } from '../features/search/index.ts';
import { useCoverNow } from './cover.tsx';
import classes from './frame.module.css';

/**
 * Locks the desk once everything typed is stored, and says so when it is not. Where no workbench is
 * there to lock it, the page covers itself.
 */
export function useLockNow(): () => void {
  const lock = useLock();
  const errorText = useErrorText();
  const { t } = useTranslation('frame');
  const connection = useConnection();
  const cover = useCoverNow();
  return useCallback(() => {
    if (connection.status() !== 'open') {
      cover();
      return;
    }
    lock().catch((error: unknown) => {
      notifications.show({ color: 'red', title: t('lockFailed'), message: errorText(error) });
    });
  }, [connection, cover, lock, errorText, t]);
}

export function TopBar() {
  const { t } = useTranslation('frame');
  const quickLog = useQuickLog();
  const lock = useLockNow();
  const palette = usePalette();
  return (
    <header className={classes.top}>
      <div className={classes.brand}>
        <IconBuildingCommunity size={22} stroke={1.75} aria-hidden />
        Wijkwerk
      </div>
      <Button
        variant="default"
        className={classes.goTo}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={<Kbd size="xs">{shortcutText('palette')}</Kbd>}
        justify="flex-start"
        classNames={{ label: classes.goToLabel ?? '' }}
        onClick={palette.open}
        aria-keyshortcuts={`${ariaShortcut('search')} ${ariaShortcut('palette')}`}
      >
        <Text c="dimmed" size="sm" component="span">
          {t('search')}
        </Text>
      </Button>
      <Button
        className={classes.push}
        leftSection={<IconPlus size={17} aria-hidden />}
        onClick={() => {
          quickLog.open();
        }}
        aria-keyshortcuts={ariaShortcut('newContact')}
      >
        {t('newContact')}
      </Button>
      <HelpButton />
      <AppearanceMenu />
      <Tooltip label={`${t('lock')} (${shortcutText('lock')})`}>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('lock')}
          aria-keyshortcuts={ariaShortcut('lock')}
          onClick={lock}
        >
          <IconLock size={18} />
        </ActionIcon>
      </Tooltip>
    </header>
  );
}
