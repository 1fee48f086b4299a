import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { lackingGrounds, type MeansStep, standingOf } from '#shared/domain/actions/means.ts';

import { useDialogDraft } from '../../client/use-dialog-draft.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { LongText } from '../../ui/long-text.tsx';
import { DialogForm } from './dialog-form.tsx';
import { SecondEyesDialog } from './looking/second-eyes-dialog.tsx';
import { StepSummary } from './looking/step-summary.tsx';

const NO_NOTE = { note: '' };

interface LookProps {
  readonly step: MeansStep;
  readonly onClose: () => void;
}

/** Looks at a step: as the second pair of eyes, or afterwards where it could not wait. */
export function LookDialog(props: LookProps) {
  return standingOf(props.step) === 'waits' ? (
    <SecondEyesDialog {...props} />
  ) : (
    <ReviewDialog {...props} />
  );
}

function ReviewDialog({ step, onClose }: LookProps) {
  const { t } = useTranslation('actions');
  const client = useWorkbench();
  const draft = useDialogDraft('means-review', step.id, NO_NOTE);
  const { note } = draft.form;
  return (
    <DialogForm
      opened
      size="lg"
      draft={draft}
      title={t('review.do')}
      submit={t('review.save')}
      problem={note.trim() === '' ? t('means.noteMissing') : undefined}
      problemAt="note"
      onClose={onClose}
      onSubmit={() => client.actions.reviewStep({ id: step.id, note })}
    >
      {(refused) => (
        <>
          <StepSummary step={step} />
          {lackingGrounds(step).length > 0 && (
            <Text size="sm" role="note">
              {t('review.provisional')}
            </Text>
          )}
          <LongText
            label={t('review.note')}
            error={refused.is('note')}
            withAsterisk
            data-autofocus
            value={note}
            onText={(text) => {
              draft.change({ note: text });
            }}
          />
        </>
      )}
    </DialogForm>
  );
}
