import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { type MeansStep, REASONS } from '#shared/domain/actions/means.ts';

import type { Refusal } from '../../../client/refused-field.ts';
import { useDialogDraft } from '../../../client/use-dialog-draft.ts';
import { useWorkbench } from '../../../client/workbench.tsx';
import { LongText } from '../../../ui/long-text.tsx';
import { DialogForm } from '../dialog-form.tsx';
import { ObjectionLines } from './objection-lines.tsx';

/** Gives other reasons to a means that somebody does not agree with. */
export function ReviseDialog(props: { readonly step: MeansStep; readonly onClose: () => void }) {
  const { step } = props;
  const { t } = useTranslation('looking');
  const { t: actions } = useTranslation('actions');
  const client = useWorkbench();
  const { legalGround, necessity, proportionality } = step;
  const asNow = { legalGround, necessity, proportionality };
  const draft = useDialogDraft('means-revise', step.id, asNow);
  const changed = REASONS.filter((reason) => draft.form[reason].trim() !== step[reason].trim());
  const problem = ((): Refusal | undefined => {
    const empty = REASONS.find((reason) => draft.form[reason].trim() === '');
    if (empty !== undefined) return { text: t('revise.empty'), at: empty };
    return changed.length > 0 ? undefined : { text: t('revise.missing'), at: 'reasons' };
  })();
  return (
    <DialogForm
      opened
      size="lg"
      draft={draft}
      title={t('revise.title')}
      submit={t('revise.save')}
      problem={problem?.text}
      problemAt={problem?.at}
      onClose={props.onClose}
      onSubmit={() =>
        client.actions.reviseStep({
          id: step.id,
          revisionsSeen: step.revisions.length,
          reasons: Object.fromEntries(changed.map((reason) => [reason, draft.form[reason]])),
        })
      }
    >
      {(refused) => (
        <>
          <ObjectionLines step={step} />
          <Text size="sm">{t('revise.hint')}</Text>
          {REASONS.map((reason) => (
            <LongText
              key={reason}
              label={actions(`means.text.${reason}`)}
              error={refused.is(reason) || refused.is('reasons')}
              withAsterisk
              value={draft.form[reason]}
              onText={(text) => {
                draft.change({ [reason]: text });
              }}
            />
          ))}
        </>
      )}
    </DialogForm>
  );
}
