import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { saveAs } from '../client/transfers.ts';
import { useFormats } from '../ui/formats.ts';
import classes from './importing.module.css';
import { toCsv } from './refused-csv.ts';

/** A row that was left out. */
export interface RefusedLine {
  readonly row: number;
  /** In plain words. */
  readonly reason: string;
  /** The column or property at fault, or empty. */
  readonly field: string;
  readonly value: string;
}

/** Refused rows with the reason in plain words. `total` may be more than the rows at hand. */
export function RefusedRows(props: {
  readonly rows: readonly RefusedLine[];
  readonly total: number;
  /** Fetches all of them for the file; without it the rows at hand are all there are. */
  readonly fetchAll?: () => Promise<readonly RefusedLine[]>;
  readonly onProblem?: (error: unknown) => void;
}) {
  const { rows, total } = props;
  const { t } = useTranslation('importing');
  const formats = useFormats();
  if (total === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('report.none')}
      </Text>
    );
  }
  const save = async (): Promise<void> => {
    const all = props.fetchAll ? await props.fetchAll() : rows;
    const head = (['row', 'reason', 'field', 'value'] as const).map((key) => t(`report.${key}`));
    const body = all.map((row) => [row.row, row.reason, row.field, row.value]);
    saveAs(
      new Blob([toCsv([head, ...body])], { type: 'text/csv;charset=utf-8' }),
      `${t('report.fileName')}.csv`,
    );
  };
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{t('report.count', { count: total, shown: formats.number(total) })}</Text>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => {
            save().catch((error: unknown) => props.onProblem?.(error));
          }}
        >
          {t('report.download')}
        </Button>
      </Group>
      <div
        className={classes.refused}
        tabIndex={0}
        role="region"
        aria-label={t('report.refusedCaption')}
      >
        <Table stickyHeader striped verticalSpacing={4} aria-label={t('report.refusedCaption')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('report.row')}</Table.Th>
              <Table.Th>{t('report.reason')}</Table.Th>
              <Table.Th>{t('report.field')}</Table.Th>
              <Table.Th>{t('report.value')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row, index) => (
              <Table.Tr key={index}>
                <Table.Td>{formats.number(row.row)}</Table.Td>
                <Table.Td>{row.reason}</Table.Td>
                <Table.Td>{row.field}</Table.Td>
                <Table.Td className={classes.value}>{row.value}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {rows.length < total ? (
        <Text size="xs" c="dimmed">
          {t('report.first', {
            shown: formats.number(rows.length),
            total: formats.number(total),
          })}
        </Text>
      ) : null}
    </Stack>
  );
}
