import { Button, NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { failureOf } from '../../../client/errors.ts';
import { useQuestion } from '../../../client/queries.ts';
import { FileStep } from '../../../importing/file-step.tsx';
import { type ImportSubject, ImportWizard } from '../../../importing/import-wizard.tsx';
import { OtherImport } from '../../../importing/other-import.tsx';
import { useUnusableText } from '../../../importing/use-unusable-text.ts';
import { sourcesQuestion } from '../queries.ts';
import { SourceDialog } from '../source-dialog.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { useCountedText } from './counted-text.ts';
import { FACT_IMPORT, type FactFiles } from './fact-import.ts';
import { FactReport } from './fact-report.tsx';
import { PreviewStep } from './preview-step.tsx';

const TABLES = '.csv,.txt';
const NEW = 'new';

/** Brings one file of facts in, step by step; nothing is stored before the last. */
export function FactWizard(props: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('facts');
  const counted = useCountedText();
  const sources = useQuestion(sourcesQuestion).data ?? [];
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const subject: ImportSubject<FactFiles> = {
    way: FACT_IMPORT,
    title: t('import.open'),
    otherImport: (
      <OtherImport text={t('import.other')} link={t('import.otherLink')} to="/territory" />
    ),
    columnsTitle: t('import.columnsTitle'),
    fileText: ({ fileName, choice }) =>
      t('import.fileOf', { file: fileName, source: names.get(choice) ?? '' }),
    errorText: useFactImportError(),
    fileStep: (start) => <ChooseFile onFile={start} />,
    columnsStep: (columns) => <ColumnsStep {...columns} />,
    isComplete: ({ columns }) => columns.date !== undefined || columns.year !== undefined,
    previewStep: (preview) => <PreviewStep preview={preview} />,
    whyNot: ({ counts }) => (counts.stored > 0 ? null : t('import.nothing')),
    doneText: ({ counts }) => counted(counts),
    report: (record) => <FactReport record={record} />,
  };
  return <ImportWizard subject={subject} {...props} />;
}

const FIELD_NAMES = ['date', 'kind', 'externalId', 'placeText', 'origin', 'amount'] as const;

/** What went wrong in words, with the column that the file no longer has by its name. */
function useFactImportError(): (error: unknown) => string {
  const { t } = useTranslation('facts');
  const unusableText = useUnusableText();
  return (error) => {
    const { code, data } = failureOf(error);
    const known = FIELD_NAMES.find((one) => data.field === `plan.columns.${one}`);
    if (code !== 'INVALID_FIELD' || known === undefined) return unusableText(error);
    return t('import.noSuchColumn', { field: t(`import.field.${known}`) });
  };
}

/** The source that a file is of comes first: it tells how its files are read. */
function ChooseFile(props: { readonly onFile: (file: File, sourceId: string) => void }) {
  const { t } = useTranslation('facts');
  const sources = useQuestion(sourcesQuestion).data ?? [];
  const [chosen, setChosen] = useState('');
  const [isAdding, setAdding] = useState(false);
  // Only one to choose is no choice; of several, none is taken for whoever looks at the file alone.
  const only = sources.length === 1 ? (sources[0]?.id ?? '') : '';
  const sourceId = chosen === '' ? only : chosen;
  return (
    <Stack gap="md">
      <NativeSelect
        label={t('import.source')}
        value={sourceId}
        data={[
          ...(only === '' ? [{ value: '', label: t('import.chooseSource') }] : []),
          ...sources.map(({ id, name }) => ({ value: id, label: name })),
          { value: NEW, label: t('import.newSource') },
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (value === NEW) setAdding(true);
          else setChosen(value);
        }}
      />
      {sources.length === 0 && (
        <Button variant="light" onClick={() => setAdding(true)}>
          {t('source.add')}
        </Button>
      )}
      {sourceId !== '' && (
        <FileStep
          accepted={TABLES}
          hint={t('import.accepted')}
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
