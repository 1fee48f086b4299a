import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

import type { MeansStep } from '#shared/domain/actions/means.ts';

import type { Refusal } from '../../../client/refused-field.ts';
import { useFormDraft } from '../../../client/use-form-draft.ts';
import { useWorkbench } from '../../../client/workbench.tsx';
import { LongText } from '../../../ui/long-text.tsx';
import { DialogForm } from '../dialog-form.tsx';
import { StepContext } from './step-context.tsx';
import { StepSummary } from './step-summary.tsx';

const EMPTY = { reason: '' };
const OPINIONS = ['agree', 'disagree'] as const;
const CHOICES = z.object({ opinion: z.enum(OPINIONS).nullable() });
const AT_FIRST = { opinion: null };

/** The second pair of eyes: agrees with a heavy means, or says why not. */
export function SecondEyesDialog(props: {
  readonly step: MeansStep;
  readonly onClose: () => void;
}) {
  const { step } = props;
  const { t } = useTranslation('looking');
  const { t: actions } = useTranslation('actions');
  const client = useWorkbench();
  const draft = useFormDraft('means-look', step.id, EMPTY, CHOICES, AT_FIRST);
  const { reason } = draft.form;
  const { opinion } = draft.choices;
  const look = { id: step.id, revisionsSeen: step.revisions.length };
  const problem = ((): Refusal | undefined => {
    if (opinion === null) return { text: t('opinionMissing'), at: 'opinion' };
    if (opinion === 'agree' || reason.trim() !== '') return undefined;
    return { text: t('reasonMissing'), at: 'reason' };
  })();
  return (
    <DialogForm
      opened
      size="lg"
      draft={draft}
      title={actions('look.title')}
      submit={t('save')}
      problem={problem?.text}
      problemAt={problem?.at}
      onClose={props.onClose}
      onSubmit={() =>
        opinion === 'disagree'
          ? client.actions.objectToStep({ ...look, reason })
          : client.actions.confirmStep(look)
      }
    >
      {(refused) => (
        <>
          <StepContext step={step} />
          <StepSummary step={step} />
          <Radio.Group
            label={t('question')}
            error={refused.text('opinion')}
            withAsterisk
            value={opinion ?? ''}
            onChange={(next) => {
              draft.choose({ opinion: OPINIONS.find((one) => one === next) ?? null });
            }}
          >
            <Stack gap="xs" mt={6}>
              <Radio value="agree" label={t('agree')} />
              <Radio value="disagree" label={t('disagree')} description={t('disagreeHint')} />
            </Stack>
          </Radio.Group>
          {opinion === 'disagree' && (
            <LongText
              label={t('reason')}
              error={refused.is('reason')}
              withAsterisk
              value={reason}
              onText={(text) => {
                draft.change({ reason: text });
              }}
            />
          )}
        </>
      )}
    </DialogForm>
  );
}
