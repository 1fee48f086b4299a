import { Button, Group, Modal, Table, Text } from '@mantine/core';
import { IconReport } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { FailureNotice } from '../ui/failure-notice.tsx';
import { useFormats } from '../ui/formats.ts';
import { Panel } from '../ui/panel.tsx';

interface PastImport {
  readonly id: string;
  readonly fileName: string;
  readonly importedAt: string;
  readonly undoneAt: string | null;
}

/** What the history shows of the imports of one subject. */
export interface HistorySubject<R extends PastImport> {
  readonly imports: Pick<UseQueryResult<R[]>, 'data' | 'error' | 'isError' | 'isSuccess'>;
  readonly caption: string;
  readonly empty: string;
  readonly errorText: (error: unknown) => string;
  readonly who: (record: R) => string;
  readonly columns: readonly { readonly head: string; readonly cell: (record: R) => ReactNode }[];
  readonly report: (record: R) => ReactNode;
  /** The buttons that take the import back, or put it back. */
  readonly wayBack: (record: R) => ReactNode;
}

/** Who brought in which file and when, with its report and a way back. */
export function ImportHistory<R extends PastImport>(props: {
  readonly subject: HistorySubject<R>;
}) {
  const { imports, caption, empty, errorText, columns, report } = props.subject;
  const { t } = useTranslation('importing');
  const [reported, setReported] = useState<R | null>(null);
  const rows = imports.data ?? [];
  return (
    <Panel title={t('history.title')} flush>
      {imports.isError ? <FailureNotice text={errorText(imports.error)} /> : null}
      {imports.isSuccess && rows.length === 0 ? (
        <Text size="sm" c="dimmed" p="md">
          {empty}
        </Text>
      ) : null}
      {rows.length > 0 ? (
        <Table.ScrollContainer minWidth={880}>
          <Table verticalSpacing="xs" horizontalSpacing="md" aria-label={caption}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('history.when')}</Table.Th>
                <Table.Th>{t('history.who')}</Table.Th>
                {columns.map(({ head }) => (
                  <Table.Th key={head}>{head}</Table.Th>
                ))}
                <Table.Th>{t('history.actions')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((record) => (
                <ImportRow
                  key={record.id}
                  record={record}
                  subject={props.subject}
                  onReport={() => setReported(record)}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      ) : null}
      <Modal
        opened={reported !== null}
        onClose={() => setReported(null)}
        size="xl"
        title={reported ? t('history.reportOf', { file: reported.fileName }) : null}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {reported ? report(reported) : null}
      </Modal>
    </Panel>
  );
}

function ImportRow<R extends PastImport>(props: {
  readonly record: R;
  readonly subject: HistorySubject<R>;
  readonly onReport: () => void;
}) {
  const { record, subject } = props;
  const { t } = useTranslation('importing');
  const formats = useFormats();
  return (
    <Table.Tr>
      <Table.Td>{formats.recentMoment(record.importedAt)}</Table.Td>
      <Table.Td>{subject.who(record)}</Table.Td>
      {subject.columns.map(({ head, cell }) => (
        <Table.Td key={head}>{cell(record)}</Table.Td>
      ))}
      <Table.Td>
        <Group gap={6} wrap="nowrap">
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconReport size={15} aria-hidden />}
            aria-label={t('history.reportOf', { file: record.fileName })}
            onClick={props.onReport}
          >
            {t('history.report')}
          </Button>
          {subject.wayBack(record)}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

/** When an import was undone, under its outcome. */
export function UndoneLine(props: { readonly undoneAt: string | null }) {
  const { t } = useTranslation('importing');
  const formats = useFormats();
  if (props.undoneAt === null) return null;
  return (
    <Text size="xs" c="dimmed">
      {t('history.undone', { moment: formats.recentMoment(props.undoneAt) })}
    </Text>
  );
}
