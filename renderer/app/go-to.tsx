import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconLock, IconPlus, IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useQuickLog } from '../features/contacts/index.ts';
import { DESTINATIONS } from './navigation.ts';
import { useLockNow } from './top-bar.tsx';

/** The command palette: every page and every action of the frame by its name. */
export function GoTo() {
  const { t } = useTranslation('frame');
  const navigate = useNavigate();
  const quickLog = useQuickLog();
  const lock = useLockNow();
  const groups: SpotlightActionGroupData[] = [
    {
      group: t('actions'),
      actions: [
        {
          id: 'new-contact',
          label: t('newContact'),
          leftSection: <IconPlus size={18} />,
          onClick: () => {
            quickLog.open();
          },
        },
        { id: 'lock', label: t('lock'), leftSection: <IconLock size={18} />, onClick: lock },
      ],
    },
    {
      group: t('goTo'),
      actions: DESTINATIONS.map(({ to, text, icon: Icon }) => ({
        id: to,
        label: t(text),
        leftSection: <Icon size={18} />,
        onClick: () => {
          void navigate({ to });
        },
      })),
    },
  ];
  return (
    <Spotlight
      actions={groups}
      shortcut={['mod + K']}
      tagsToIgnore={[]}
      attributes={{ content: { 'aria-label': t('search') } }}
      nothingFound={t('nothingFound')}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: t('searchPlaceholder'),
        'aria-label': t('searchPlaceholder'),
      }}
    />
  );
}
