import { Button, Text } from '@mantine/core';
import { IconMessagePlus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { EmptyState } from '../../ui/empty-state.tsx';
import { useQuickLog } from '../contacts/index.ts';
import { useIsWithoutContacts } from './queries.ts';

/** What to do where no contact is in view: log the first one, or look elsewhere. */
export function NothingInView(props: { readonly isFiltered: boolean }) {
  const { t } = useTranslation('map');
  const quickLog = useQuickLog();
  const isFirst = useIsWithoutContacts();
  if (!isFirst) {
    return (
      <Text size="sm" c="dimmed" px="md">
        {props.isFiltered ? t('noneHelpFiltered') : t('noneHelp')}
      </Text>
    );
  }
  return (
    <EmptyState
      icon={<IconMessagePlus size={22} />}
      title={t('first.title')}
      text={t('first.text')}
      action={
        <Button
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => {
            quickLog.open();
          }}
        >
          {t('first.log')}
        </Button>
      }
    />
  );
}
