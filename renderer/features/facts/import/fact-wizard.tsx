import { Alert, Button, Modal, NativeSelect, Stack, Stepper } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { failureOf } from '../../../client/errors.ts';
import { useQuestion } from '../../../client/queries.ts';
import { useFormats } from '../../../ui/formats.ts';
import { FileStep, useImportError, WizardStep, WizardWaiting } from '../../territory/index.ts';
import { sourcesQuestion } from '../queries.ts';
import { SourceDialog } from '../source-dialog.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { FactReport } from './fact-report.tsx';
import { PreviewStep } from './preview-step.tsx';
import { type FactStage, type FactSteps, useFactImport } from './use-fact-import.ts';

const STEPS = ['file', 'columns', 'preview', 'done'] as const;
const STEP_OF: Readonly<Record<FactStage['name'], number>> = {
  file: 0,
  sending: 0,
  inspecting: 0,
  columns: 1,
  previewing: 2,
  preview: 2,
  running: 2,
  done: 3,
};
const NEW = 'new';

/** Brings one file of facts in, step by step; nothing is stored before the last. */
export function FactWizard(props: { readonly onClose: () => void }) {
  const { t } = useTranslation('facts');
  const steps = useFactImport();
  const { stage, problem } = steps;
  const isCareful = stage.name !== 'file' && stage.name !== 'done' && problem === null;
  return (
    <Modal
      opened
      onClose={props.onClose}
      size={960}
      title={t('import.open')}
      closeButtonProps={{ 'aria-label': t('import.close') }}
      // A slip of the hand must not throw away what took a while.
      closeOnClickOutside={false}
      closeOnEscape={!isCareful}
      transitionProps={{ duration: 0 }}
    >
      <Stack gap="md">
        <Stepper
          active={STEP_OF[stage.name]}
          size="xs"
          allowNextStepsSelect={false}
          aria-label={t('import.steps')}
        >
          {STEPS.map((step) => (
            <Stepper.Step key={step} label={t(`import.step.${step}`)} allowStepSelect={false} />
          ))}
        </Stepper>
        <Trouble steps={steps} />
        <StepContent key={stage.name} steps={steps} onClose={props.onClose} />
      </Stack>
    </Modal>
  );
}

function Trouble(props: { readonly steps: FactSteps }) {
  const { problem, wasCancelled } = props.steps;
  const { t } = useTranslation('facts');
  const importError = useImportError();
  if (wasCancelled) {
    return (
      <Alert color="blue" role="status">
        {t('import.cancelled')}
      </Alert>
    );
  }
  if (problem === null) return null;
  const { code, data } = failureOf(problem);
  const field = /^plan\.columns\.(.+)$/.exec(String(data.field))?.[1];
  const known = FIELD_NAMES.find((one) => one === field);
  const text =
    code === 'INVALID_FIELD' && known !== undefined
      ? t('import.noSuchColumn', { field: t(`import.field.${known}`) })
      : importError(problem);
  return (
    <Alert color="red" role="alert">
      {text} {t('import.unchanged')}
    </Alert>
  );
}

function StepContent(props: { readonly steps: FactSteps; readonly onClose: () => void }) {
  const { steps } = props;
  const { stage, plan, inspection, uploadId } = steps;
  const { t } = useTranslation('facts');
  const formats = useFormats();
  switch (stage.name) {
    case 'file':
      return <ChooseFile onFile={steps.start} />;
    case 'sending':
      return (
        <WizardWaiting
          title={t('import.sending')}
          share={stage.total === 0 ? 1 : stage.done / stage.total}
          detail={`${formats.size(stage.done)} / ${formats.size(stage.total)}`}
          onStop={steps.stop}
        />
      );
    case 'inspecting':
      return <WizardWaiting title={t('import.inspecting')} onStop={steps.stop} />;
    case 'columns':
      if (!plan || !inspection || uploadId === null) return null;
      return (
        <WizardStep
          title={t('import.columnsTitle')}
          buttons={
            <>
              <Button variant="default" onClick={steps.reset}>
                {t('import.back')}
              </Button>
              <Button
                disabled={plan.columns.date === undefined && plan.columns.year === undefined}
                onClick={steps.preview}
              >
                {t('import.next')}
              </Button>
            </>
          }
        >
          <ColumnsStep
            uploadId={uploadId}
            inspection={inspection}
            plan={plan}
            onChange={steps.change}
          />
        </WizardStep>
      );
    case 'previewing':
      return <WizardWaiting title={t('import.previewing')} onStop={steps.stop} />;
    case 'preview':
      return (
        <WizardStep
          title={t('import.previewTitle')}
          buttons={
            <>
              <Button variant="default" onClick={steps.backToColumns}>
                {t('import.back')}
              </Button>
              <Button disabled={stage.preview.counts.stored === 0} onClick={steps.run}>
                {t('import.run')}
              </Button>
            </>
          }
        >
          <PreviewStep preview={stage.preview} />
        </WizardStep>
      );
    case 'running': {
      const { progress } = stage;
      return (
        <WizardWaiting
          title={t('import.running')}
          {...(progress && progress.total > 0 ? { share: progress.done / progress.total } : {})}
          detail={
            progress ? t('import.progress', { done: progress.done, total: progress.total }) : ''
          }
          onStop={steps.stop}
        />
      );
    }
    case 'done':
      return (
        <WizardStep
          title={t('import.doneTitle', { file: stage.record.fileName })}
          buttons={
            <>
              <Button variant="default" onClick={props.onClose}>
                {t('import.close')}
              </Button>
              <Button onClick={steps.reset}>{t('import.again')}</Button>
            </>
          }
        >
          <Alert color="green" icon={<IconCircleCheck size={18} aria-hidden />}>
            {t('history.facts', { count: stage.record.counts.stored })}
          </Alert>
          <FactReport record={stage.record} />
        </WizardStep>
      );
  }
}

const FIELD_NAMES = ['date', 'kind', 'externalId', 'placeText', 'origin', 'amount'] as const;

/** The source that a file is of comes first: it tells how its files are read. */
function ChooseFile(props: { readonly onFile: (file: File, sourceId: string) => void }) {
  const { t } = useTranslation('facts');
  const sources = useQuestion(sourcesQuestion).data ?? [];
  const [chosen, setChosen] = useState('');
  const [isAdding, setAdding] = useState(false);
  const sourceId = chosen === '' ? (sources[0]?.id ?? '') : chosen;
  return (
    <Stack gap="md">
      <NativeSelect
        label={t('import.source')}
        value={sourceId}
        data={[
          ...sources.map(({ id, name }) => ({ value: id, label: name })),
          ...(sources.length === 0 ? [{ value: '', label: '' }] : []),
          { value: NEW, label: t('import.newSource') },
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (value === NEW) setAdding(true);
          else setChosen(value);
        }}
      />
      {sourceId === '' ? (
        <Button variant="light" onClick={() => setAdding(true)}>
          {t('source.add')}
        </Button>
      ) : (
        <FileStep
          tableHint={t('import.accepted')}
          onFile={(file) => props.onFile(file, sourceId)}
        />
      )}
      {isAdding && (
        <SourceDialog
          source={null}
          onSaved={({ id }) => setChosen(id)}
          onClosed={() => setAdding(false)}
        />
      )}
    </Stack>
  );
}
