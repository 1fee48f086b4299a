import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useLeads } from '../../client/role.ts';
import { Panel } from '../../ui/panel.tsx';
import { useWaitingEyes } from './queries.ts';

/**
 * How many heavy means wait for a second pair of eyes: for who leads all of them, for everybody else those that they may
 * look at. Nothing at all when there are none.
 */
export function EyesPanel() {
  const { t } = useTranslation('actions');
  const leads = useLeads();
  const eyes = useWaitingEyes();
  if (eyes === undefined) return null;
  const { yours } = eyes;
  const waiting = leads ? eyes.waiting : yours;
  if (waiting === 0) return null;
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
