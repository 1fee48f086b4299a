import { Button, Checkbox, Group, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

import {
  type MeansStep,
  STEP_KINDS,
  stepKindsOf,
  unsaidLighter,
} from '#shared/domain/actions/means.ts';
import { isHeavy, MEANS } from '#shared/domain/actions/vocabulary.ts';
import { type Id, idSchema } from '#shared/lib/ids.ts';

import { useCodes } from '../../client/codes.ts';
import { useFormDraft } from '../../client/use-form-draft.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { LongText } from '../../ui/long-text.tsx';
import { CodeChoice, OfficerChoice } from './choice.tsx';
import { DialogForm } from './dialog-form.tsx';
import { newId } from './queries.ts';

const NO_TEXTS = { note: '', legalGround: '', necessity: '', proportionality: '' };
const CHOICES = z.object({
  means: z.enum(MEANS),
  kind: z.enum(STEP_KINDS),
  decidedBy: idSchema.nullable(),
  urgent: z.boolean(),
});
const AT_FIRST: z.infer<typeof CHOICES> = {
  means: 'talk',
  kind: 'tried',
  decidedBy: null,
  urgent: false,
};

/** Notes a means: that it was tried, why not, or that it is taken, with what that needs. */
export function StepDialog(props: {
  readonly dossierId: Id;
  readonly steps: readonly MeansStep[];
  /** Says what became of lighter means, all at once; what stands here is kept meanwhile. */
  readonly onUnsaid: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('actions');
  const client = useWorkbench();
  const codes = useCodes();
  const [id] = useState(newId);
  const draft = useFormDraft('means-step', props.dossierId, NO_TEXTS, CHOICES, AT_FIRST);
  const texts = draft.form;
  const { means, decidedBy, urgent } = draft.choices;
  const kinds = stepKindsOf(means);
  const kind = kinds.find((one) => one === draft.choices.kind) ?? 'taken';
  const isTaken = kind === 'taken';
  const needsGround = isTaken && isHeavy(means);
  const unsaid = isTaken && !urgent ? unsaidLighter(means, props.steps) : [];
  const asked = [
    'note',
    ...(needsGround ? (['legalGround', 'necessity', 'proportionality'] as const) : []),
  ] as const;
  const isUnsaid = texts.note.trim() === '';
  const missing = isUnsaid
    ? t('means.noteMissing')
    : needsGround && decidedBy === null
      ? t('means.decidedMissing')
      : undefined;
  return (
    <DialogForm
      opened
      size="lg"
      draft={draft}
      title={t('means.add')}
      submit={t('means.save')}
      problem={missing}
      problemAt={isUnsaid ? 'note' : 'decidedBy'}
      onClose={props.onClose}
      onSubmit={() =>
        client.actions.noteStep({
          id,
          form: {
            dossierId: props.dossierId,
            actionId: null,
            means,
            kind,
            ...texts,
            decidedBy: needsGround ? decidedBy : null,
            urgent: isTaken && urgent,
          },
        })
      }
    >
      {(refused) => (
        <>
          <Group grow align="flex-end">
            <CodeChoice
              list="means"
              label={t('means.which')}
              error={refused.is('means')}
              value={means}
              onChange={(next) => {
                draft.choose({ means: MEANS.find((one) => one === next) ?? 'talk' });
              }}
            />
            <NativeSelect
              label={t('means.what')}
              error={refused.is('kind')}
              value={kind}
              data={kinds.map((one) => ({ value: one, label: t(`means.kind.${one}`) }))}
              onChange={(event) => {
                const { value } = event.currentTarget;
                draft.choose({ kind: kinds.find((one) => one === value) ?? 'taken' });
              }}
            />
          </Group>
          {unsaid.length > 0 && (
            <div>
              <Text size="sm" role="status">
                {t('means.unsaid', {
                  list: unsaid.map((one) => codes.name('means', one)).join(', '),
                })}
              </Text>
              <Button size="compact-sm" mt={4} variant="default" onClick={props.onUnsaid}>
                {t('means.sayUnsaid')}
              </Button>
            </div>
          )}
          {asked.map((field) => (
            <LongText
              key={field}
              label={t(`means.text.${field}`)}
              error={refused.is(field)}
              withAsterisk={field === 'note' || !urgent}
              value={texts[field]}
              onText={(text) => {
                draft.change({ [field]: text });
              }}
            />
          ))}
          {needsGround && (
            <OfficerChoice
              label={t('means.decidedBy')}
              error={refused.is('decidedBy')}
              none={t('choose')}
              withAsterisk
              value={decidedBy}
              onChange={(by) => {
                draft.choose({ decidedBy: by });
              }}
            />
          )}
          {isTaken && (
            <Checkbox
              label={t('means.urgent')}
              description={t('means.urgentHint')}
              checked={urgent}
              onChange={(event) => {
                draft.choose({ urgent: event.currentTarget.checked });
              }}
            />
          )}
        </>
      )}
    </DialogForm>
  );
}
