import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { lackingGrounds, type MeansStep, REASONS } from '#shared/domain/actions/means.ts';

import { useDialogDraft } from '../../client/use-dialog-draft.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { LongText } from '../../ui/long-text.tsx';
import { DialogForm } from './dialog-form.tsx';
import { StepSummary } from './looking/step-summary.tsx';

const NO_GROUNDS = { legalGround: '', necessity: '', proportionality: '' };

/** A step as it stands now: what was just filled in is not asked again. */
export function newest(steps: readonly MeansStep[] | undefined, step: MeansStep): MeansStep {
  return steps?.find(({ id }) => id === step.id) ?? step;
}

/** Fills in the grounds that an urgent step was noted without; those that are there stay. */
export function GroundsDialog(props: { readonly step: MeansStep; readonly onClose: () => void }) {
  const { step } = props;
  const { t } = useTranslation('actions');
  const client = useWorkbench();
  const draft = useDialogDraft('means-grounds', step.id, NO_GROUNDS);
  const lacking = lackingGrounds(step);
  const asked = REASONS.filter((ground) => lacking.includes(ground));
  const given = asked.filter((ground) => draft.form[ground].trim() !== '');
  return (
    <DialogForm
      opened
      size="lg"
      draft={draft}
      title={t('grounds.title')}
      submit={t('grounds.save')}
      problem={given.length === 0 ? t('grounds.missing') : undefined}
      problemAt={'grounds'}
      onClose={props.onClose}
      onSubmit={() =>
        client.actions.completeStep({
          id: step.id,
          grounds: Object.fromEntries(given.map((ground) => [ground, draft.form[ground]])),
        })
      }
    >
      {(refused) => (
        <>
          <StepSummary step={step} />
          <Text size="sm">{t('grounds.hint')}</Text>
          {asked.map((ground, at) => (
            <LongText
              key={ground}
              label={t(`means.text.${ground}`)}
              error={refused.is(ground) || (given.length === 0 && refused.is('grounds'))}
              data-autofocus={at === 0 ? true : undefined}
              value={draft.form[ground]}
              onText={(text) => {
                draft.change({ [ground]: text });
              }}
            />
          ))}
        </>
      )}
    </DialogForm>
  );
}
