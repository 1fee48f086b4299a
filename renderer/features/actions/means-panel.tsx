import { Badge, Button, Checkbox, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { PlannedAction } from '#shared/contract/actions.ts';
import {
  mayLookAt,
  type MeansStep,
  standingOf,
  STEP_KINDS,
  unsaidLighter,
} from '#shared/domain/actions/means.ts';
import { isHeavy, MEANS } from '#shared/domain/actions/vocabulary.ts';
import { LONGEST_TEXT } from '#shared/domain/contacts/contact.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useCodes } from '../../client/codes.ts';
import { useDeskState } from '../../client/desk-state.ts';
import { useReporter } from '../../client/reporter.ts';
import { useDialogDraft } from '../../client/use-dialog-draft.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CodeChoice, OfficerChoice } from './choice.tsx';
import { DialogForm } from './dialog-form.tsx';
import { newId } from './queries.ts';
import { StepGrounds } from './step-grounds.tsx';

/** The ladder of means: what was tried, why not, and what was taken, on which ground and who looked at it. */
export function MeansPanel(props: {
  readonly dossierId: Id;
  readonly steps: readonly MeansStep[];
  readonly actions: readonly PlannedAction[];
}) {
  const { dossierId, steps } = props;
  const { t } = useTranslation('actions');
  const codes = useCodes();
  const officerId = useDeskState().data?.officer?.id ?? '';
  const client = useWorkbench();
  const report = useReporter();
  const [isNew, setNew] = useState(false);
  return (
    <Panel
      title={t('means.title')}
      aside={
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => {
            setNew(true);
          }}
        >
          {t('means.add')}
        </Button>
      }
    >
      {steps.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('means.none')}
        </Text>
      )}
      <Stack gap="sm">
        {steps.map((step) => {
          const standing = standingOf(step);
          return (
            <div key={step.id}>
              <Group gap="xs">
                <Text size="sm" fw={550}>
                  {codes.name('means', step.means)}
                </Text>
                <Badge variant="light" color="gray">
                  {t(`means.kind.${step.kind}`)}
                </Badge>
                {standing !== 'light' && (
                  <Badge variant="light" color={standing === 'seen' ? 'teal' : 'orange'}>
                    {t(`means.standing.${standing}`)}
                  </Badge>
                )}
              </Group>
              <Text size="sm">{step.note}</Text>
              <StepGrounds step={step} />
              {standing === 'waits' && !mayLookAt(step, officerId) && (
                <Text size="sm">{t('means.otherEyes')}</Text>
              )}
              {standing === 'waits' && mayLookAt(step, officerId) && (
                <Button
                  size="compact-sm"
                  mt={4}
                  variant="default"
                  onClick={() => {
                    report(client.actions.confirmStep({ id: step.id }));
                  }}
                >
                  {t('means.confirm')}
                </Button>
              )}
            </div>
          );
        })}
      </Stack>
      {isNew && (
        <StepDialog
          dossierId={dossierId}
          steps={steps}
          onClose={() => {
            setNew(false);
          }}
        />
      )}
    </Panel>
  );
}

const NO_TEXTS = { note: '', legalGround: '', necessity: '', proportionality: '' };

function StepDialog(props: {
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
