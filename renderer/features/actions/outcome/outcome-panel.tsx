import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { PlannedAction } from '#shared/contract/actions.ts';

import { useErrorText } from '../../../client/error-text.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { EvidenceView } from './evidence-view.tsx';
import { useVerdicts } from './queries.ts';

/** What came of an action that runs or ended, as far as the program counts it. */
export function OutcomePanel(props: { readonly action: PlannedAction }) {
  const { id, state, sign, signAfter } = props.action;
  const { t } = useTranslation('outcome');
  const errorText = useErrorText();
  const isCounted =
    (state === 'active' || state === 'closed') && sign !== null && sign.counted !== 'by-hand';
  const answer = useVerdicts({ id, signAfter }, isCounted);
  if (!isCounted) return null;
  if (answer.isError) return <FailureNotice text={errorText(answer.error)} />;
  if (!answer.data) return null;
  const { evidence } = answer.data;
  return (
    <Panel title={t('title')}>
      {evidence ? <EvidenceView evidence={evidence} /> : <Text size="sm">{t('uncounted')}</Text>}
    </Panel>
  );
}
