import { Alert, Badge, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ImportPreview } from '#shared/contract/territory.ts';
import type { ImportLayer } from '#shared/domain/territory/territory.ts';

import { RefusedRows } from '../../../importing/refused-rows.tsx';
import { SampleTable } from '../../../importing/sample-table.tsx';
import { useFormats } from '../../../ui/formats.ts';
import { TerritoryCounts } from './counts.tsx';
import { previewOutcome } from './preview-outcome.ts';
import { useRefusalWords } from './refusal-words.ts';
import { ShapesPreview } from './shapes-preview.tsx';

const COLOURS = { added: 'green', changed: 'blue', unchanged: 'gray' } as const;

/** What the import would do, before it does anything. */
export function PreviewStep(props: {
  readonly preview: ImportPreview;
  readonly layer: ImportLayer;
}) {
  const { preview, layer } = props;
  const { counts } = preview;
  const { t } = useTranslation('territory');
  const { t: shared } = useTranslation('importing');
  const formats = useFormats();
  const outcome = previewOutcome(counts);
  const inWords = useRefusalWords();
  return (
    <Stack gap="md">
      <TerritoryCounts counts={counts} />
      {outcome === 'known' || outcome === 'usable-known' ? (
        <Alert color="blue">{t(`import.wizard.previewNothing.${outcome}`)}</Alert>
      ) : null}
      {counts.ended > 0 ? (
        <Alert color="orange">
          {t('import.wizard.endedWarning', {
            count: counts.ended,
            shown: formats.number(counts.ended),
          })}
        </Alert>
      ) : null}
      {preview.bounds ? <ShapesPreview preview={preview} layer={layer} /> : null}
      <SampleTable
        title={t('import.wizard.sample')}
        caption={t('import.wizard.sampleCaption')}
        heads={[
          t('import.wizard.change'),
          t('import.field.officialId'),
          t('import.field.nameNl'),
          t('import.field.nameFr'),
          t('import.wizard.detail'),
        ]}
        rows={preview.sample.map((row) => [
          <Badge key="change" size="sm" color={COLOURS[row.change]}>
            {t(`import.wizard.changeOf.${row.change}`)}
          </Badge>,
          row.officialId,
          row.nameNl,
          row.nameFr,
          row.detail,
        ])}
      />
      <div>
        <Text fw={600} size="sm" mb={4}>
          {shared('report.refusedTitle')}
          {counts.refused > 0 ? ` (${formats.number(counts.refused)})` : ''}
        </Text>
        <RefusedRows rows={preview.refused.map(inWords)} total={counts.refused} />
      </div>
    </Stack>
  );
}
