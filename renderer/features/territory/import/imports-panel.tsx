import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ImportRecord } from '#shared/contract/territory.ts';

import { refresh } from '../../../client/queries.ts';
import { useWorkbench } from '../../../client/workbench.tsx';
import {
  type HistorySubject,
  ImportHistory,
  UndoneLine,
} from '../../../importing/import-history.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { useFormats } from '../../../ui/formats.ts';
import { useImports } from '../queries.ts';
import { CountBadges } from './counts.tsx';
import { ImportReport } from './import-report.tsx';
import { useImportError } from './use-import-error.ts';

/** Who brought in what and when, with its report and a way back. */
export function ImportsPanel() {
  const { t } = useTranslation('territory');
  const formats = useFormats();
  const [undoing, setUndoing] = useState<ImportRecord | null>(null);
  const subject: HistorySubject<ImportRecord> = {
    imports: useImports(),
    caption: t('import.history.caption'),
    empty: t('import.history.empty'),
    errorText: useImportError(),
    who: ({ importedBy }) => importedBy,
    columns: [
      { head: t('import.history.what'), cell: (record) => <LayerCell record={record} /> },
      { head: t('import.history.validFrom'), cell: ({ validFrom }) => formats.day(validFrom) },
      {
        head: t('import.history.counts'),
        cell: ({ counts, undoneAt }) => (
          <>
            <CountBadges counts={counts} />
            <UndoneLine undoneAt={undoneAt} />
          </>
        ),
      },
    ],
    report: (record) => <ImportReport record={record} />,
    wayBack: (record) =>
      record.canUndo ? <UndoButton record={record} onUndo={() => setUndoing(record)} /> : null,
  };
  return (
    <>
      <ImportHistory subject={subject} />
      {undoing ? <UndoDialog record={undoing} onClose={() => setUndoing(null)} /> : null}
    </>
  );
}

function LayerCell({ record }: { readonly record: ImportRecord }) {
  const { t } = useTranslation('territory');
  return (
    <>
      <Text size="sm">{t(`import.layer.${record.layer}`)}</Text>
      <Text size="xs" c="dimmed">
        {record.fileName}
      </Text>
    </>
  );
}

function UndoButton(props: { readonly record: ImportRecord; readonly onUndo: () => void }) {
  const { t } = useTranslation('importing');
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconArrowBackUp size={15} aria-hidden />}
      aria-label={t('history.undoOf', { file: props.record.fileName })}
      onClick={props.onUndo}
    >
      {t('history.undo')}
    </Button>
  );
}

function UndoDialog(props: { readonly record: ImportRecord; readonly onClose: () => void }) {
  const { record, onClose } = props;
  const { t } = useTranslation('territory');
  const { t: common } = useTranslation();
  const { t: shared } = useTranslation('importing');
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
            {shared('history.undo')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
