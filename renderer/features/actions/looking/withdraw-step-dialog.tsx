import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { MeansStep } from '#shared/domain/actions/means.ts';

import { useWorkbench } from '../../../client/workbench.tsx';
import { DialogForm } from '../dialog-form.tsx';
import { StepSummary } from './step-summary.tsx';

/** Asks whether a means that somebody does not agree with is not used after all. */
export function WithdrawStepDialog(props: {
  readonly step: MeansStep;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('looking');
  const client = useWorkbench();
  return (
    <DialogForm
      opened
      size="lg"
      title={t('withdraw.title')}
      submit={t('withdraw.save')}
      onClose={props.onClose}
      onSubmit={() => client.actions.withdrawStep({ id: props.step.id })}
    >
      <StepSummary step={props.step} />
      <Text size="sm">{t('withdraw.text')}</Text>
    </DialogForm>
  );
}
