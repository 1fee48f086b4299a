import { Alert, Badge, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ImportPreview } from '#shared/contract/territory.ts';
import type { ImportLayer } from '#shared/domain/territory/territory.ts';

import { useFormats } from '../../../ui/formats.ts';
import { CountTiles } from './counts.tsx';
import classes from './import.module.css';
import { previewOutcome } from './preview-outcome.ts';
import { useRefusalWords } from './refusal-words.ts';
import { RefusedRows } from './refused-rows.tsx';
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
  const formats = useFormats();
  const outcome = previewOutcome(counts);
  const inWords = useRefusalWords();
  return (
    <Stack gap="md">
      <CountTiles counts={counts} />
      {outcome === 'changes' ? null : (
        <Alert color={outcome === 'unusable' ? 'orange' : 'blue'}>
          {t(`import.wizard.previewNothing.${outcome}`)}
        </Alert>
      )}
      {counts.ended > 0 ? (
        <Alert color="orange">
          {t('import.wizard.endedWarning', {
            count: counts.ended,
            shown: formats.number(counts.ended),
          })}
        </Alert>
      ) : null}
      {preview.bounds ? <ShapesPreview preview={preview} layer={layer} /> : null}
      {preview.sample.length > 0 ? (
        <div>
          <Text fw={600} size="sm" mb={4}>
            {t('import.wizard.sample')}
          </Text>
          <div
            className={classes.sampleTable}
            tabIndex={0}
            role="region"
            aria-label={t('import.wizard.sampleCaption')}
          >
            <Table stickyHeader verticalSpacing={4} aria-label={t('import.wizard.sampleCaption')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('import.wizard.change')}</Table.Th>
                  <Table.Th>{t('import.field.officialId')}</Table.Th>
                  <Table.Th>{t('import.field.nameNl')}</Table.Th>
                  <Table.Th>{t('import.field.nameFr')}</Table.Th>
                  <Table.Th>{t('import.wizard.detail')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {preview.sample.map((row, index) => (
                  <Table.Tr key={index}>
                    <Table.Td>
                      <Badge size="sm" color={COLOURS[row.change]}>
                        {t(`import.wizard.changeOf.${row.change}`)}
                      </Badge>
                    </Table.Td>
                    <Table.Td>{row.officialId}</Table.Td>
                    <Table.Td>{row.nameNl}</Table.Td>
                    <Table.Td>{row.nameFr}</Table.Td>
                    <Table.Td>{row.detail}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        </div>
      ) : null}
      <div>
        <Text fw={600} size="sm" mb={4}>
          {t('import.report.refusedTitle')}
          {counts.refused > 0 ? ` (${formats.number(counts.refused)})` : ''}
        </Text>
        <RefusedRows rows={preview.refused.map(inWords)} total={counts.refused} />
      </div>
    </Stack>
  );
}
