import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useLeads } from '../../client/role.ts';
import { Panel } from '../../ui/panel.tsx';
import { useWaitingEyes } from './queries.ts';

/** For who leads: how many heavy means wait for a second pair of eyes. Nothing at all when none does. */
export function EyesPanel() {
  const { t } = useTranslation('actions');
  const leads = useLeads();
  const eyes = useWaitingEyes(leads);
  if (!leads || eyes === undefined || eyes.waiting === 0) return null;
  const { waiting, yours } = eyes;
  return (
    <Panel
      title={t('toSee.title')}
      aside={
        <Anchor size="sm" renderRoot={(rest) => <Link {...rest} to="/bench" />}>
          {t('toSee.list')}
        </Anchor>
      }
    >
      <Text size="sm">{t('toSee.waiting', { count: waiting })}</Text>
      {yours < waiting && (
        <Text size="xs" c="dimmed">
          {t('toSee.others', { count: waiting - yours })}
        </Text>
      )}
    </Panel>
  );
}
