import { Alert } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Recovery {
  readonly isShown: boolean;
  dismiss(): void;
}

const RecoveryContext = createContext<Recovery>({ isShown: false, dismiss: () => undefined });

/** Remembers for one officer's session that the notice was read. */
export function RecoveryProvider(props: {
  /** The last session of this file ended without closing it. */
  readonly recovered: boolean;
  readonly children: ReactNode;
}) {
  const [isShown, setShown] = useState(props.recovered);
  const recovery = useMemo<Recovery>(
    () => ({
      isShown,
      dismiss: () => {
        setShown(false);
      },
    }),
    [isShown],
  );
  return <RecoveryContext value={recovery}>{props.children}</RecoveryContext>;
}

/** Says that the file was checked after a stop that was not clean, until somebody has read it. */
export function RecoveryBanner() {
  const { t } = useTranslation('today');
  const { t: common } = useTranslation();
  const { isShown, dismiss } = useContext(RecoveryContext);
  if (!isShown) return null;
  return (
    <Alert
      mb="md"
      role="status"
      icon={<IconShieldCheck size={20} />}
      withCloseButton
      closeButtonLabel={common('close')}
      onClose={dismiss}
    >
      {t('recovered')}
    </Alert>
  );
}
