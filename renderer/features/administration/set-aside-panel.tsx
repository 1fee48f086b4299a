import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { WorkbenchClient } from '#shared/contract/contract.ts';

import { type Question, useQuestion } from '../../client/queries.ts';
import { Panel } from '../../ui/panel.tsx';
import { useLookAgain, useRole } from './questions.ts';

type FirstPage = Awaited<ReturnType<WorkbenchClient['quarantine']['list']>>;

/** It is a count in passing: the page itself asks more often. */
const EVERY_MS = 60_000;

const firstPage: Question<FirstPage> = {
  topics: ['administration'],
  key: ['quarantine.first'],
  ask: (client, signal) => client.quarantine.list({ after: null }, { signal }),
};

/** For who leads, while the centre answers: how much was set aside and waits. Nothing at all when nothing does. */
export function SetAsidePanel() {
  const { t } = useTranslation('administration');
  const isReached = useLookAgain() !== undefined;
  const isAsked = useRole() === 'team-lead' && isReached;
  const list = useQuestion(firstPage, { enabled: isAsked, everyMs: EVERY_MS }).data;
  if (!isAsked || !list || list.operations.length === 0) return null;
  const count = list.operations.length;
  return (
    <Panel
      title={t('quarantine.title')}
      aside={
        <Anchor size="sm" renderRoot={(rest) => <Link {...rest} to="/quarantine" />}>
          {t('quarantine.look')}
        </Anchor>
      }
    >
      <Text size="sm">
        {t(list.next === null ? 'quarantine.today' : 'quarantine.todayMore', { count })}
      </Text>
    </Panel>
  );
}
