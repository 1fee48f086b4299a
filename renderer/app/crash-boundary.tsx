import { Button, Center } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { EmptyState } from '../ui/empty-state.tsx';

/** Shown instead of a page that failed while drawing. */
export function Crashed() {
  const { t } = useTranslation('frame');
  return (
    <Center mih="60vh" role="alert">
      <EmptyState
        icon={<IconAlertTriangle size={22} />}
        title={t('crashedTitle')}
        text={t('crashed')}
        action={
          <Button
            onClick={() => {
              window.location.reload();
            }}
          >
            {t('reload')}
          </Button>
        }
      />
    </Center>
  );
}

/** The last net: a defect while drawing shows a way out instead of a blank window. */
export class CrashBoundary extends Component<
  { readonly children: ReactNode },
  { readonly crashed: boolean }
> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    return this.state.crashed ? <Crashed /> : this.props.children;
  }
}
