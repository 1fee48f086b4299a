import { ActionIcon, Tooltip } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { useHelp } from './help-provider.tsx';
import { ariaShortcut, shortcutText } from './shortcuts.ts';

export function HelpButton() {
  const { t } = useTranslation('help');
  const help = useHelp();
  return (
    <Tooltip label={`${t('title')} (${shortcutText('help')})`}>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('title')}
        aria-keyshortcuts={ariaShortcut('help')}
        onClick={help.open}
      >
        <IconKeyboard size={18} />
      </ActionIcon>
    </Tooltip>
  );
}
