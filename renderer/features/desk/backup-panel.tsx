import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { IconDownload, IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useErrorText } from '../../client/error-text.ts';
import { readDownload, saveAs } from '../../client/transfers.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { RestoreForm } from './restore-form.tsx';

type Progressing =
  | { readonly step: 'idle' }
  | { readonly step: 'working'; readonly share: number }
  | { readonly step: 'done'; readonly fileName: string; readonly size: number }
  | { readonly step: 'failed'; readonly problem: string };

export function BackupPanel() {
  const { t } = useTranslation('desk');
  const client = useWorkbench();
  const errorText = useErrorText();
  const formats = useFormats();
  const [state, setState] = useState<Progressing>({ step: 'idle' });
  const [restoring, setRestoring] = useState(false);

  const make = async (): Promise<void> => {
    setState({ step: 'working', share: 0 });
    try {
      const download = await client.backup.create();
      const { size, fileName } = download;
      const blob = await readDownload(client, download, (done) => {
        setState({ step: 'working', share: size === 0 ? 100 : (done / size) * 100 });
      });
      saveAs(blob, fileName);
      setState({ step: 'done', fileName, size });
    } catch (error) {
      setState({ step: 'failed', problem: errorText(error) });
    }
  };

  return (
    <Panel title={t('backup.title')}>
      <Stack gap="md">
        <Text size="sm">{t('backup.text')}</Text>
        <Group gap="xs">
          <Button
            leftSection={<IconDownload size={17} aria-hidden />}
            loading={state.step === 'working'}
            onClick={() => void make()}
          >
            {t('backup.make')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconRestore size={17} aria-hidden />}
            onClick={() => {
              setRestoring(true);
            }}
          >
            {t('restore.link')}
          </Button>
        </Group>
        <div role="status">
          {state.step === 'working' && (
            <Progress value={state.share} aria-label={t('backup.working')} />
          )}
          {state.step === 'done' && (
            <Text size="sm">
              {t('backup.done', { name: state.fileName, size: formats.size(state.size) })}
            </Text>
          )}
        </div>
        {state.step === 'failed' && <FailureNotice text={state.problem} />}
      </Stack>
      <Modal
        opened={restoring}
        onClose={() => {
          setRestoring(false);
        }}
        title={t('restore.title')}
      >
        <Text size="sm" c="dimmed" mb="md">
          {t('restore.textOpen')}
        </Text>
        <RestoreForm />
      </Modal>
    </Panel>
  );
}
