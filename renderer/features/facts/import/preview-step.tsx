import { Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { FactPreview } from '#shared/contract/facts.ts';

import { useCodes } from '../../../client/codes.ts';
import { useFormats } from '../../../ui/formats.ts';
import { RefusedRows } from '../../territory/index.ts';
import { useFactWords } from '../fact-words.ts';
import classes from '../facts.module.css';
import { FactCountTiles } from './fact-counts.tsx';
import { useRefusalWords } from './refusal-words.ts';

/** What the import would do, before it does anything. */
export function PreviewStep(props: { readonly preview: FactPreview }) {
  const { counts, sample, refused } = props.preview;
  const { t } = useTranslation('facts');
  const formats = useFormats();
  const codes = useCodes();
  const words = useFactWords();
  const inWords = useRefusalWords();
  return (
    <Stack gap="md">
      <FactCountTiles counts={counts} />
      {sample.length > 0 ? (
        <div>
          <Text fw={600} size="sm" mb={4}>
            {t('import.sample')}
          </Text>
          <div
            className={classes.values}
            tabIndex={0}
            role="region"
            aria-label={t('import.sample')}
          >
            <Table stickyHeader verticalSpacing={4} aria-label={t('import.sample')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('list.when')}</Table.Th>
                  <Table.Th>{t('list.what')}</Table.Th>
                  <Table.Th>{t('list.where')}</Table.Th>
                  <Table.Th>{t('list.tie')}</Table.Th>
                  <Table.Th>{t('list.origin')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {sample.map((fact) => (
                  <Table.Tr key={fact.row}>
                    <Table.Td>{words.when(fact)}</Table.Td>
                    <Table.Td>{codes.name('fact-kind', fact.kind)}</Table.Td>
                    <Table.Td>
                      {formats.name(fact.streetNameNl, fact.streetNameFr) || fact.placeText}
                    </Table.Td>
                    <Table.Td>{t(`tie.${fact.tie}`)}</Table.Td>
                    <Table.Td>{t(`origin.${fact.origin}`)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        </div>
      ) : null}
      <div>
        <Text fw={600} size="sm" mb={4}>
          {t('import.left')}
        </Text>
        <RefusedRows
          rows={refused.map(inWords)}
          total={counts.refused + counts.repeated + counts.known}
        />
      </div>
    </Stack>
  );
}
