import { useTranslation } from 'react-i18next';

import { LARGEST_IMPORT_BYTES } from '#shared/contract/territory.ts';

import { FileStep } from '../../../importing/file-step.tsx';
import { type ImportSubject, ImportWizard } from '../../../importing/import-wizard.tsx';
import { OtherImport } from '../../../importing/other-import.tsx';
import { useFormats } from '../../../ui/formats.ts';
import { ColumnsStep } from './columns-step.tsx';
import { ImportReport } from './import-report.tsx';
import { missingFields } from './plan-rules.ts';
import { previewOutcome } from './preview-outcome.ts';
import { PreviewStep } from './preview-step.tsx';
import { TERRITORY_IMPORT, type TerritoryFiles } from './territory-import.ts';
import { useImportError } from './use-import-error.ts';

const ACCEPTED = '.geojson,.json,.csv,.txt';

/** Brings one file into the territory, step by step; nothing changes before the last. */
export function TerritoryWizard(props: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('territory');
  const formats = useFormats();
  const accepted = t('import.wizard.accepted', { size: formats.size(LARGEST_IMPORT_BYTES) });
  const subject: ImportSubject<TerritoryFiles> = {
    way: TERRITORY_IMPORT,
    title: t('import.wizard.title'),
    otherImport: (
      <OtherImport
        text={t('import.wizard.other')}
        link={t('import.wizard.otherLink')}
        to="/facts"
      />
    ),
    columnsTitle: t('import.wizard.columnsTitle'),
    fileText: ({ fileName }) => fileName,
    errorText: useImportError(),
    fileStep: (start) => (
      <FileStep
        accepted={ACCEPTED}
        hint={`${accepted} ${t('import.wizard.acceptedText')}`}
        onFile={(file) => start(file, null)}
      />
    ),
    columnsStep: (columns) => <ColumnsStep {...columns} />,
    isComplete: (plan) => missingFields(plan).length === 0 && plan.validFrom !== '',
    previewStep: (preview, { layer }) => <PreviewStep preview={preview} layer={layer} />,
    whyNot: ({ counts }) =>
      previewOutcome(counts) === 'unusable' ? t('import.wizard.previewNothing.unusable') : null,
    doneText: ({ layer }) =>
      `${t('import.wizard.doneText')} ${t(`import.wizard.nextHint.${hintOf(layer)}`)}`,
    report: (record) => <ImportReport record={record} />,
  };
  return <ImportWizard subject={subject} {...props} />;
}

function hintOf(layer: string): 'neighbourhood' | 'segments' | 'street-names' | 'other' {
  const known = (['neighbourhood', 'segments', 'street-names'] as const).find(
    (each) => each === layer,
  );
  return known ?? 'other';
}
