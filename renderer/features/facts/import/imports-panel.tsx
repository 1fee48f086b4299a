import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import type { FactImport } from '#shared/contract/facts.ts';

import { useErrorText } from '../../../client/error-text.ts';
import { refresh, useQuestion } from '../../../client/queries.ts';
import { useLeads } from '../../../client/role.ts';
import { useWorkbench } from '../../../client/workbench.tsx';
import {
  type HistorySubject,
  ImportHistory,
  UndoneLine,
} from '../../../importing/import-history.tsx';
import { importsQuestion } from '../queries.ts';
import { useCountedText } from './counted-text.ts';
import { FactReport } from './fact-report.tsx';

/** Who brought in which file and when, with its report, and a way back and forth. */
export function ImportsPanel() {
  const { t } = useTranslation('facts');
  const subject: HistorySubject<FactImport> = {
    imports: useQuestion(importsQuestion),
    caption: t('history.caption'),
    empty: t('history.empty'),
    errorText: useErrorText(),
    who: ({ importedByName }) => importedByName,
    columns: [
      { head: t('history.what'), cell: (record) => <FileCell record={record} /> },
      { head: t('history.result'), cell: (record) => <ResultCell record={record} /> },
    ],
    report: (record) => <FactReport record={record} />,
    wayBack: (record) => <UndoButton record={record} />,
  };
  return <ImportHistory subject={subject} />;
}

function FileCell({ record }: { readonly record: FactImport }) {
  return (
    <>
      <Text size="sm">{record.fileName}</Text>
      <Text size="xs" c="dimmed">
        {record.sourceName}
      </Text>
    </>
  );
}

function ResultCell({ record }: { readonly record: FactImport }) {
  const { counts, here, undoneAt } = record;
  const { t } = useTranslation('facts');
  const counted = useCountedText();
  const left = counts.read - counts.stored;
  return (
    <>
      <Text size="sm" td={undoneAt ? 'line-through' : undefined}>
        {counted(counts)}
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
      <UndoneLine undoneAt={undoneAt} />
    </>
  );
}

/** Both ways are open at once, so that neither has to be asked about first. */
function UndoButton(props: { readonly record: FactImport }) {
  const { id, fileName, undoneAt } = props.record;
  const { t } = useTranslation('facts');
  const { t: shared } = useTranslation('importing');
  const client = useWorkbench();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const isUndone = undoneAt !== null;
  const mayLead = useLeads();
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
  if (!mayLead) return null;
  const Icon = isUndone ? IconArrowForwardUp : IconArrowBackUp;
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<Icon size={15} aria-hidden />}
      aria-label={
        isUndone
          ? t('history.redoOf', { file: fileName })
          : shared('history.undoOf', { file: fileName })
      }
      loading={act.isPending}
      onClick={() => act.mutate()}
    >
      {isUndone ? t('history.redo') : shared('history.undo')}
    </Button>
  );
}
