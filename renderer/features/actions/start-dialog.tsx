import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { PlannedAction } from '#shared/contract/actions.ts';

import { useWorkbench } from '../../client/workbench.tsx';
import { DialogForm } from './dialog-form.tsx';
import { PlanFacts } from './plan-facts.tsx';

/** Says what stays for good once an action begins, before it does. */
export function StartDialog(props: {
  readonly action: PlannedAction;
  readonly onClose: () => void;
}) {
  const { action } = props;
  const { t } = useTranslation('actions');
  const client = useWorkbench();
  return (
    <DialogForm
      opened
      size="lg"
      title={t('begin.title')}
      submit={t('begin.do')}
      onClose={props.onClose}
      onSubmit={() => client.actions.start({ id: action.id })}
    >
      <Text size="sm">{t('begin.fixed')}</Text>
      <PlanFacts action={action} isWhole={false} />
      <Text size="sm">{t('begin.open')}</Text>
    </DialogForm>
  );
}
