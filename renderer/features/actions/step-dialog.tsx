import { Checkbox, Group, NativeSelect, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type MeansStep, STEP_KINDS, unsaidLighter } from '#shared/domain/actions/means.ts';
import { isHeavy, MEANS } from '#shared/domain/actions/vocabulary.ts';
import { LONGEST_TEXT } from '#shared/domain/contacts/contact.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useCodes } from '../../client/codes.ts';
import { useDialogDraft } from '../../client/use-dialog-draft.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { CodeChoice, OfficerChoice } from './choice.tsx';
import { DialogForm } from './dialog-form.tsx';
import { newId } from './queries.ts';

const NO_TEXTS = { note: '', legalGround: '', necessity: '', proportionality: '' };

/** Notes a means: that it was tried, why not, or that it is taken, with what that needs. */
export function StepDialog(props: {
  readonly dossierId: Id;
  readonly steps: readonly MeansStep[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('actions');
  const client = useWorkbench();
  const codes = useCodes();
  const [id] = useState(newId);
  const [means, setMeans] = useState<(typeof MEANS)[number]>('talk');
  const [kind, setKind] = useState<(typeof STEP_KINDS)[number]>('tried');
  const draft = useDialogDraft('means-step', props.dossierId, NO_TEXTS);
  const texts = draft.form;
  const [decidedBy, setDecidedBy] = useState<string | null>(null);
  const [urgent, setUrgent] = useState(false);
  const isTaken = kind === 'taken';
  const needsGround = isTaken && isHeavy(means);
  const unsaid = isTaken && !urgent ? unsaidLighter(means, props.steps) : [];
  const asked = [
    'note',
    ...(needsGround ? (['legalGround', 'necessity', 'proportionality'] as const) : []),
  ] as const;
  return (
    <DialogForm
      opened
      size="lg"
      draft={draft}
      title={t('means.add')}
      submit={t('means.save')}
      problem={texts.note.trim() === '' ? t('means.noteMissing') : undefined}
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
      <Group grow align="flex-end">
        <CodeChoice
          list="means"
          label={t('means.which')}
          value={means}
          onChange={(next) => {
            setMeans(MEANS.find((one) => one === next) ?? 'talk');
          }}
        />
        <NativeSelect
          label={t('means.what')}
          value={kind}
          data={STEP_KINDS.map((one) => ({ value: one, label: t(`means.kind.${one}`) }))}
          onChange={(event) => {
            setKind(STEP_KINDS.find((one) => one === event.currentTarget.value) ?? 'tried');
          }}
        />
      </Group>
      {unsaid.length > 0 && (
        <Text size="sm" role="status">
          {t('means.unsaid', { list: unsaid.map((one) => codes.name('means', one)).join(', ') })}
        </Text>
      )}
      {asked.map((field) => (
        <Textarea
          key={field}
          label={t(`means.text.${field}`)}
          withAsterisk={field === 'note' || !urgent}
          autosize
          minRows={2}
          maxLength={LONGEST_TEXT}
          value={texts[field]}
          onChange={(event) => {
            draft.change({ ...texts, [field]: event.currentTarget.value });
          }}
        />
      ))}
      {needsGround && (
        <OfficerChoice
          label={t('means.decidedBy')}
          none={t('choose')}
          withAsterisk
          value={decidedBy}
          onChange={setDecidedBy}
        />
      )}
      {isTaken && (
        <Checkbox
          label={t('means.urgent')}
          description={t('means.urgentHint')}
          checked={urgent}
          onChange={(event) => {
            setUrgent(event.currentTarget.checked);
          }}
        />
      )}
    </DialogForm>
  );
}
