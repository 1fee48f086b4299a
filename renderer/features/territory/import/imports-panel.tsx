import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconReport } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ImportRecord } from '#shared/contract/territory.ts';

import { refresh } from '../../../client/queries.ts';
import { useWorkbench } from '../../../client/workbench.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { useFormats } from '../../../ui/formats.ts';
import { Panel } from '../../../ui/panel.tsx';
import { useImports } from '../queries.ts';
import { CountBadges } from './counts.tsx';
import { ImportReport } from './import-report.tsx';
import { useImportError } from './use-import-error.ts';

/** Who brought in what and when, with its report and a way back. */
export function ImportsPanel() {
  const { t } = useTranslation('territory');
  const imports = useImports();
  const errorText = useImportError();
  const [reported, setReported] = useState<ImportRecord | null>(null);
  const [undoing, setUndoing] = useState<ImportRecord | null>(null);
  const rows = imports.data ?? [];
  return (
    <Panel title={t('import.history.title')} flush>
      {imports.isError ? <FailureNotice text={errorText(imports.error)} /> : null}
      {imports.isSuccess && rows.length === 0 ? (
        <Text size="sm" c="dimmed" p="md">
          {t('import.history.empty')}
        </Text>
      ) : null}
      {rows.length > 0 ? (
        <Table.ScrollContainer minWidth={880}>
          <Table
            verticalSpacing="xs"
            horizontalSpacing="md"
            aria-label={t('import.history.caption')}
          >
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('import.history.when')}</Table.Th>
                <Table.Th>{t('import.history.who')}</Table.Th>
                <Table.Th>{t('import.history.what')}</Table.Th>
                <Table.Th>{t('import.history.validFrom')}</Table.Th>
                <Table.Th>{t('import.history.counts')}</Table.Th>
                <Table.Th>{t('import.history.actions')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((record) => (
                <ImportRow
                  key={record.id}
                  record={record}
                  onReport={() => setReported(record)}
                  onUndo={() => setUndoing(record)}
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
        title={reported ? t('import.history.reportOf', { file: reported.fileName }) : null}
        closeButtonProps={{ 'aria-label': t('import.wizard.close') }}
      >
        {reported ? <ImportReport record={reported} /> : null}
      </Modal>
      {undoing ? <UndoDialog record={undoing} onClose={() => setUndoing(null)} /> : null}
    </Panel>
  );
}

function ImportRow(props: {
  readonly record: ImportRecord;
  readonly onReport: () => void;
  readonly onUndo: () => void;
}) {
  const { record } = props;
  const { t } = useTranslation('territory');
  const formats = useFormats();
  return (
    <Table.Tr>
      <Table.Td>{formats.recentMoment(record.importedAt)}</Table.Td>
      <Table.Td>{record.importedBy}</Table.Td>
      <Table.Td>
        <Text size="sm">{t(`import.layer.${record.layer}`)}</Text>
        <Text size="xs" c="dimmed">
          {record.fileName}
        </Text>
      </Table.Td>
      <Table.Td>{formats.day(record.validFrom)}</Table.Td>
      <Table.Td>
        <CountBadges counts={record.counts} />
        {record.undoneAt ? (
          <Text size="xs" c="dimmed">
            {t('import.history.undone', { moment: formats.recentMoment(record.undoneAt) })}
          </Text>
        ) : null}
      </Table.Td>
      <Table.Td>
        <Group gap={6} wrap="nowrap">
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconReport size={15} aria-hidden />}
            aria-label={t('import.history.reportOf', { file: record.fileName })}
            onClick={props.onReport}
          >
            {t('import.history.report')}
          </Button>
          {record.canUndo ? (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconArrowBackUp size={15} aria-hidden />}
              aria-label={t('import.history.undoOf', { file: record.fileName })}
              onClick={props.onUndo}
            >
              {t('import.history.undo')}
            </Button>
          ) : null}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function UndoDialog(props: { readonly record: ImportRecord; readonly onClose: () => void }) {
  const { record, onClose } = props;
  const { t } = useTranslation('territory');
  const { t: common } = useTranslation();
  const client = useWorkbench();
  const queries = useQueryClient();
  const errorText = useImportError();
  const [opened, { close }] = useDisclosure(true);
  const undo = useMutation({
    mutationFn: () => client.territory.undoImport({ importId: record.id }),
    onSuccess: async () => {
      await refresh(queries, ['territory', 'people']);
      notifications.show({ message: t('import.history.undoDone', { file: record.fileName }) });
      close();
    },
  });
  return (
    <Modal
      opened={opened}
      onClose={close}
      onExitTransitionEnd={onClose}
      title={t('import.history.undoTitle')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack gap="md">
        <Text size="sm">{t('import.history.undoText', { file: record.fileName })}</Text>
        {undo.isError ? <FailureNotice text={errorText(undo.error)} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            {common('cancel')}
          </Button>
          <Button color="red.9" loading={undo.isPending} onClick={() => undo.mutate()}>
            {t('import.history.undo')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
