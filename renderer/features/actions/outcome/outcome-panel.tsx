import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ActionEvidence, ComparedStretch } from '#shared/contract/action-evidence.ts';
import type { PlannedAction } from '#shared/contract/actions.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useErrorText } from '../../../client/error-text.ts';
import { useReporter } from '../../../client/reporter.ts';
import { useWorkbench } from '../../../client/workbench.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { CountedByHand } from './counted-by-hand.tsx';
import { EvidenceView } from './evidence-view.tsx';
import { LeaveOutDialog } from './leave-out-dialog.tsx';
import { useVerdicts } from './queries.ts';

/** What came of an action that runs or ended, as far as the program counts it. */
export function OutcomePanel(props: { readonly action: PlannedAction }) {
  const { id, state, sign, signAfter } = props.action;
  const { t } = useTranslation('outcome');
  const errorText = useErrorText();
  const isCounted =
    (state === 'active' || state === 'closed') && sign !== null && sign.counted !== 'by-hand';
  const answer = useVerdicts({ id, signAfter }, isCounted);
  if (state === 'closed' && sign?.counted === 'by-hand' && signAfter !== null) {
    return (
      <Panel title={t('title')}>
        <CountedByHand sign={sign} after={signAfter} />
      </Panel>
    );
  }
  if (!isCounted) return null;
  if (answer.isError) return <FailureNotice text={errorText(answer.error)} />;
  if (!answer.data) return null;
  const { evidence } = answer.data;
  return (
    <Panel title={t('title')}>
      {evidence && state === 'active' && <RunningEvidence actionId={id} evidence={evidence} />}
      {evidence && state === 'closed' && <EvidenceView evidence={evidence} />}
      {!evidence && <Text size="sm">{t('uncounted')}</Text>}
    </Panel>
  );
}

/** What was counted, with the choice of what it is compared with. */
function RunningEvidence(props: { readonly actionId: Id; readonly evidence: ActionEvidence }) {
  const { actionId, evidence } = props;
  const client = useWorkbench();
  const report = useReporter();
  const [leaving, setLeaving] = useState<ComparedStretch>();
  return (
    <>
      <EvidenceView
        evidence={evidence}
        onLeaveOut={setLeaving}
        onCompareAgain={(leftOut) => {
          report(client.actions.compareAgain({ id: actionId, leftOut }));
        }}
      />
      {leaving && (
        <LeaveOutDialog
          actionId={actionId}
          stretch={leaving}
          onClose={() => {
            setLeaving(undefined);
          }}
        />
      )}
    </>
  );
}
