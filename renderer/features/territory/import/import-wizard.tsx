import { Alert, Button, Modal, Stack, Stepper } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { failureOf } from '../../../client/errors.ts';
import { useFormats } from '../../../ui/formats.ts';
import { ColumnsStep } from './columns-step.tsx';
import { FileStep } from './file-step.tsx';
import { ImportReport } from './import-report.tsx';
import { missingFields } from './plan-rules.ts';
import { PreviewStep } from './preview-step.tsx';
import { type ImportStage, type ImportSteps, useImport } from './use-import.ts';
import { useImportError } from './use-import-error.ts';
import { WizardStep, WizardWaiting } from './wizard-step.tsx';

const STEP_OF: Readonly<Record<ImportStage['name'], number>> = {
  file: 0,
  sending: 0,
  inspecting: 0,
  columns: 1,
  previewing: 2,
  preview: 2,
  running: 2,
  done: 3,
};

/** Brings one file into the territory, step by step; nothing changes before the last. */
export function ImportWizard(props: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('territory');
  const [isCareful, setCareful] = useState(false);
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      size={960}
      title={t('import.wizard.title')}
      closeButtonProps={{ 'aria-label': t('import.wizard.close') }}
      // A slip of the hand must not throw away a file that took a minute to send.
      closeOnClickOutside={false}
      closeOnEscape={!isCareful}
    >
      <Steps onClose={props.onClose} onCareful={setCareful} />
    </Modal>
  );
}

function Steps(props: {
  readonly onClose: () => void;
  /** Told whether leaving would break something off or throw something away. */
  readonly onCareful: (isCareful: boolean) => void;
}) {
  const { t } = useTranslation('territory');
  const steps = useImport();
  const { onCareful } = props;
  const isCareful = wouldLose(steps);
  useEffect(() => {
    onCareful(isCareful);
    return () => {
      onCareful(false);
    };
  }, [isCareful, onCareful]);
  const active = STEP_OF[steps.stage.name];
  return (
    <Stack gap="md">
      <Stepper
        active={active}
        size="xs"
        allowNextStepsSelect={false}
        aria-label={t('import.wizard.steps')}
      >
        {(['stepFile', 'stepColumns', 'stepPreview', 'stepDone'] as const).map((step) => (
          <Stepper.Step key={step} label={t(`import.wizard.${step}`)} allowStepSelect={false} />
        ))}
      </Stepper>
      <Trouble steps={steps} />
      <StepContent key={steps.stage.name} steps={steps} onClose={props.onClose} />
    </Stack>
  );
}

function Trouble(props: { readonly steps: ImportSteps }) {
  const { problem, wasCancelled } = props.steps;
  const { t } = useTranslation('territory');
  const errorText = useImportError();
  if (wasCancelled) {
    return (
      <Alert color="blue" role="status">
        {t('import.wizard.cancelled')}
      </Alert>
    );
  }
  if (problem === null) return null;
  const unusable = failureOf(problem).code === 'IMPORT_UNUSABLE';
  return (
    <Alert color="red" role="alert" title={unusable ? t('import.unusable.title') : undefined}>
      {errorText(problem)} {unusable ? t('import.unusable.unchanged') : null}
    </Alert>
  );
}

function StepContent(props: { readonly steps: ImportSteps; readonly onClose: () => void }) {
  const { steps } = props;
  const { stage, file, draft } = steps;
  const { t } = useTranslation('territory');
  const formats = useFormats();
  switch (stage.name) {
    case 'file':
      return <FileStep onFile={steps.start} />;
    case 'sending':
      return (
        <WizardWaiting
          title={t('import.wizard.sending')}
          share={stage.total === 0 ? 1 : stage.done / stage.total}
          detail={`${formats.size(stage.done)} / ${formats.size(stage.total)}`}
          onStop={steps.stop}
        />
      );
    case 'inspecting':
      return <WizardWaiting title={t('import.wizard.inspecting')} onStop={steps.stop} />;
    case 'columns':
      if (!file || !draft) return null;
      return (
        <WizardStep
          title={t('import.wizard.stepColumns')}
          buttons={
            <>
              <Button variant="default" onClick={steps.reset}>
                {t('import.wizard.back')}
              </Button>
              <Button
                disabled={missingFields(draft).length > 0 || draft.validFrom === ''}
                onClick={steps.preview}
              >
                {t('import.wizard.next')}
              </Button>
            </>
          }
        >
          <ColumnsStep file={file} draft={draft} onChange={steps.change} />
        </WizardStep>
      );
    case 'previewing':
      return <WizardWaiting title={t('import.wizard.previewing')} onStop={steps.stop} />;
    case 'preview':
      if (!draft) return null;
      return (
        <WizardStep
          title={t('import.wizard.previewTitle')}
          buttons={
            <>
              <Button variant="default" onClick={steps.backToColumns}>
                {t('import.wizard.back')}
              </Button>
              <Button onClick={steps.run}>{t('import.wizard.run')}</Button>
            </>
          }
        >
          <PreviewStep preview={stage.preview} layer={draft.layer} />
        </WizardStep>
      );
    case 'running': {
      const { progress } = stage;
      return (
        <WizardWaiting
          title={t('import.wizard.running')}
          {...(progress && progress.total > 0 ? { share: progress.done / progress.total } : {})}
          detail={
            progress
              ? `${t(`import.wizard.phase.${progress.phase}`)}: ${t('import.wizard.ofRows', {
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
          title={t('import.wizard.doneTitle', { file: stage.record.fileName })}
          buttons={
            <>
              <Button variant="default" onClick={props.onClose}>
                {t('import.wizard.close')}
              </Button>
              <Button onClick={steps.reset}>{t('import.wizard.nextFile')}</Button>
            </>
          }
        >
          <Alert color="green" icon={<IconCircleCheck size={18} aria-hidden />}>
            {t('import.wizard.doneText')}{' '}
            {t(`import.wizard.nextHint.${hintOf(stage.record.layer)}`)}
          </Alert>
          <ImportReport record={stage.record} />
        </WizardStep>
      );
  }
}

/** Before a file is chosen, after it is in and after a refusal there is nothing to lose. */
function wouldLose({ stage, problem }: ImportSteps): boolean {
  return stage.name !== 'file' && stage.name !== 'done' && problem === null;
}

function hintOf(layer: string): 'neighbourhood' | 'segments' | 'street-names' | 'other' {
  const known = (['neighbourhood', 'segments', 'street-names'] as const).find(
    (each) => each === layer,
  );
  return known ?? 'other';
}
