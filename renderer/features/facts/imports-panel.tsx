import { Button, Group, Modal, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconArrowForwardUp, IconReport } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { FactImport } from '#shared/contract/facts.ts';

import { useErrorText } from '../../client/error-text.ts';
import { refresh, useQuestion } from '../../client/queries.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { FactReport } from './import/fact-report.tsx';
import { importsQuestion } from './queries.ts';

/** Who brought in which file and when, with its report, and a way back and forth. */
export function ImportsPanel() {
  const { t } = useTranslation('facts');
  const imports = useQuestion(importsQuestion);
  const errorText = useErrorText();
  const [reported, setReported] = useState<FactImport | null>(null);
  const rows = imports.data ?? [];
  return (
    <Panel title={t('history.title')} flush>
      {imports.isError ? <FailureNotice text={errorText(imports.error)} /> : null}
      {imports.isSuccess && rows.length === 0 ? (
        <Text size="sm" c="dimmed" p="md">
          {t('history.empty')}
        </Text>
      ) : null}
      {rows.length > 0 ? (
        <Table.ScrollContainer minWidth={820}>
          <Table verticalSpacing="xs" horizontalSpacing="md" aria-label={t('history.caption')}>
            <Table.Thead>
              <Table.Tr>
                {(['when', 'who', 'what', 'result', 'actions'] as const).map((head) => (
                  <Table.Th key={head}>{t(`history.${head}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((record) => (
                <ImportRow key={record.id} record={record} onReport={() => setReported(record)} />
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
        closeButtonProps={{ 'aria-label': t('import.close') }}
      >
        {reported ? <FactReport record={reported} /> : null}
      </Modal>
    </Panel>
  );
}

function ImportRow(props: { readonly record: FactImport; readonly onReport: () => void }) {
  const { record } = props;
  const { t } = useTranslation('facts');
  const formats = useFormats();
  const { counts, here, undoneAt } = record;
  const left = counts.read - counts.stored;
  return (
    <Table.Tr>
      <Table.Td>{formats.recentMoment(record.importedAt)}</Table.Td>
      <Table.Td>{record.importedByName}</Table.Td>
      <Table.Td>
        <Text size="sm">{record.fileName}</Text>
        <Text size="xs" c="dimmed">
          {record.sourceName}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm" td={undoneAt ? 'line-through' : undefined}>
          {t('history.facts', { count: counts.stored })}
        </Text>
        {here < counts.stored ? (
          <Text size="xs" c="dimmed">
            {t('history.partly', { here })}
          </Text>
        ) : null}
        {left > 0 ? (
          <Text size="xs" c="dimmed">
            {t('history.left', { count: left })}
          </Text>
        ) : null}
        {undoneAt ? (
          <Text size="xs" c="dimmed">
            {t('history.undone', { moment: formats.recentMoment(undoneAt) })}
          </Text>
        ) : null}
      </Table.Td>
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
          <UndoButton record={record} />
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

/** Both ways are open at once, so that neither has to be asked about first. */
function UndoButton(props: { readonly record: FactImport }) {
  const { id, fileName, undoneAt } = props.record;
  const { t } = useTranslation('facts');
  const client = useWorkbench();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const isUndone = undoneAt !== null;
  const act = useMutation({
    mutationFn: () =>
      isUndone ? client.facts.redo({ importId: id }) : client.facts.undo({ importId: id }),
    onSuccess: async () => {
      await refresh(queries, ['facts']);
      notifications.show({
        message: t(isUndone ? 'history.redoDone' : 'history.undoDone', { file: fileName }),
      });
    },
    onError: (error) => notifications.show({ color: 'red', message: errorText(error) }),
  });
  const Icon = isUndone ? IconArrowForwardUp : IconArrowBackUp;
  const word = isUndone ? 'history.redo' : 'history.undo';
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<Icon size={15} aria-hidden />}
      aria-label={t(`${word}Of`, { file: fileName })}
      loading={act.isPending}
      onClick={() => act.mutate()}
    >
      {t(word)}
    </Button>
  );
}
