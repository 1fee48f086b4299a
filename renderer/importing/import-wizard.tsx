import { Alert, Button, Modal, Stack, Stepper, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { failureOf } from '../client/errors.ts';
import { useFormats } from '../ui/formats.ts';
import type { ImportKind, ImportWay, InspectedFile } from './import-way.ts';
import { type ImportStage, type ImportSteps, useFileImport } from './use-file-import.ts';
import { WizardStep, WizardWaiting } from './wizard-step.tsx';

const STEPS = ['file', 'columns', 'preview', 'done'] as const;
const STEP_OF: Readonly<Record<ImportStage<ImportKind>['name'], number>> = {
  file: 0,
  sending: 0,
  inspecting: 0,
  columns: 1,
  previewing: 2,
  preview: 2,
  running: 2,
  done: 3,
};

/** What the wizard shows of one subject. */
export interface ImportSubject<K extends ImportKind> {
  readonly way: ImportWay<K>;
  /** What is brought in. */
  readonly title: string;
  /** The way to the other wizard, for who opened the wrong one; gone once a file is chosen. */
  readonly otherImport: ReactNode;
  readonly columnsTitle: string;
  /** Which file it is, and what it is brought in for: said as long as the plan can be changed. */
  readonly fileText: (file: InspectedFile<K>) => string;
  readonly errorText: (error: unknown) => string;
  readonly fileStep: (start: ImportSteps<K>['start']) => ReactNode;
  readonly columnsStep: (props: {
    readonly file: InspectedFile<K>;
    readonly plan: K['plan'];
    readonly onChange: (part: Partial<K['plan']>) => void;
  }) => ReactNode;
  /** Whether the plan says all that a preview needs. */
  readonly isComplete: (plan: K['plan']) => boolean;
  readonly previewStep: (preview: K['preview'], plan: K['plan']) => ReactNode;
  /** Why nothing of this file can be brought in, in a sentence; null when something can. */
  readonly whyNot: (preview: K['preview']) => string | null;
  /** One sentence on what was stored and what may come next. */
  readonly doneText: (record: K['record']) => string;
  readonly report: (record: K['record']) => ReactNode;
}

interface WizardProps<K extends ImportKind> {
  readonly subject: ImportSubject<K>;
  readonly onClose: () => void;
}

/** Brings one file in, step by step; nothing is stored before the last. */
export function ImportWizard<K extends ImportKind>(
  props: WizardProps<K> & { readonly opened: boolean },
) {
  const { t } = useTranslation('importing');
  const [isCareful, setCareful] = useState(false);
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      size={960}
      title={props.subject.title}
      closeButtonProps={{ 'aria-label': t('close') }}
      // A slip of the hand must not throw away a file that took a minute to send.
      closeOnClickOutside={false}
      closeOnEscape={!isCareful}
    >
      <Steps subject={props.subject} onClose={props.onClose} onCareful={setCareful} />
    </Modal>
  );
}

function Steps<K extends ImportKind>(
  props: WizardProps<K> & {
    /** Told whether leaving would break something off or throw something away. */
    readonly onCareful: (isCareful: boolean) => void;
  },
) {
  const { subject, onCareful } = props;
  const { t } = useTranslation('importing');
  const steps = useFileImport(subject.way);
  const isCareful = wouldLose(steps);
  useEffect(() => {
    onCareful(isCareful);
    return () => {
      onCareful(false);
    };
  }, [isCareful, onCareful]);
  return (
    <Stack gap="md">
      <Stepper
        active={STEP_OF[steps.stage.name]}
        size="xs"
        allowNextStepsSelect={false}
        aria-label={t('steps')}
      >
        {STEPS.map((step) => (
          <Stepper.Step key={step} label={t(`step.${step}`)} allowStepSelect={false} />
        ))}
      </Stepper>
      <Trouble {...steps} errorText={subject.errorText} />
      <StepContent key={steps.stage.name} steps={steps} subject={subject} onClose={props.onClose} />
    </Stack>
  );
}

function Trouble(props: {
  readonly problem: unknown;
  readonly wasCancelled: boolean;
  readonly errorText: (error: unknown) => string;
}) {
  const { problem, wasCancelled, errorText } = props;
  const { t } = useTranslation('importing');
  if (wasCancelled) {
    return (
      <Alert color="blue" role="status">
        {t('cancelled')}
      </Alert>
    );
  }
  if (problem === null) return null;
  const unusable = failureOf(problem).code === 'IMPORT_UNUSABLE';
  return (
    <Alert color="red" role="alert" title={unusable ? t('unusable.title') : undefined}>
      {errorText(problem)} {unusable ? t('unusable.unchanged') : null}
    </Alert>
  );
}

function StepContent<K extends ImportKind>(
  props: WizardProps<K> & { readonly steps: ImportSteps<K> },
) {
  const { steps, subject } = props;
  const { stage, file, plan } = steps;
  const { t } = useTranslation('importing');
  const formats = useFormats();
  const reasonId = useId();
  const whyNot = stage.name === 'preview' ? subject.whyNot(stage.preview) : null;
  switch (stage.name) {
    case 'file':
      return (
        <Stack gap="sm">
          {subject.otherImport}
          {subject.fileStep(steps.start)}
        </Stack>
      );
    case 'sending':
      return (
        <WizardWaiting
          title={t('sending')}
          share={stage.total === 0 ? 1 : stage.done / stage.total}
          detail={`${formats.size(stage.done)} / ${formats.size(stage.total)}`}
          onStop={steps.stop}
        />
      );
    case 'inspecting':
      return <WizardWaiting title={t('inspecting')} onStop={steps.stop} />;
    case 'columns':
      if (!file || !plan) return null;
      return (
        <WizardStep
          title={subject.columnsTitle}
          buttons={
            <>
              <Button variant="default" onClick={steps.reset}>
                {t('back')}
              </Button>
              <Button disabled={!subject.isComplete(plan)} onClick={steps.preview}>
                {t('next')}
              </Button>
            </>
          }
        >
          <Text size="sm">{subject.fileText(file)}</Text>
          {subject.columnsStep({ file, plan, onChange: steps.change })}
        </WizardStep>
      );
    case 'previewing':
      return <WizardWaiting title={t('previewing')} onStop={steps.stop} />;
    case 'preview':
      if (!file || !plan) return null;
      return (
        <WizardStep
          title={t('previewTitle')}
          buttons={
            <>
              <Button variant="default" onClick={steps.backToColumns}>
                {t('back')}
              </Button>
              <Button
                disabled={whyNot !== null}
                aria-describedby={whyNot === null ? undefined : reasonId}
                onClick={steps.run}
              >
                {t('run')}
              </Button>
            </>
          }
        >
          {whyNot === null ? null : (
            <Alert id={reasonId} color="orange" role="status">
              {whyNot}
            </Alert>
          )}
          <Text size="sm">{subject.fileText(file)}</Text>
          {subject.previewStep(stage.preview, plan)}
        </WizardStep>
      );
    case 'running': {
      const { progress } = stage;
      return (
        <WizardWaiting
          title={t('running')}
          {...(progress && progress.total > 0 ? { share: progress.done / progress.total } : {})}
          detail={
            progress
              ? `${t(`phase.${progress.phase}`)}: ${t('ofRows', {
                  done: formats.number(progress.done),
                  total: formats.number(progress.total),
                })}`
              : ''
          }
          onStop={steps.stop}
        />
      );
    }
    case 'done':
      return (
        <WizardStep
          title={t('doneTitle', { file: stage.record.fileName })}
          buttons={
            <>
              <Button variant="default" onClick={props.onClose}>
                {t('close')}
              </Button>
              <Button onClick={steps.reset}>{t('nextFile')}</Button>
            </>
          }
        >
          <Alert color="green" icon={<IconCircleCheck size={18} aria-hidden />}>
            {subject.doneText(stage.record)}
          </Alert>
          {subject.report(stage.record)}
        </WizardStep>
      );
  }
}

/** Before a file is chosen, after it is in and after a refusal there is nothing to lose. */
function wouldLose<K extends ImportKind>({ stage, problem }: ImportSteps<K>): boolean {
  return stage.name !== 'file' && stage.name !== 'done' && problem === null;
}
