import { IconMapQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';

export function NotFound() {
  const { t } = useTranslation('frame');
  return (
    <Page title={t('notFoundTitle')}>
      <EmptyState
        icon={<IconMapQuestion size={22} />}
        title={t('notFound')}
        text={t('notFoundText')}
      />
    </Page>
  );
}
