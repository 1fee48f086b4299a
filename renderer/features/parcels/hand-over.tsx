import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconFileExport, IconFileImport } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { TakenIn } from '#shared/contract/parcels.ts';

import { useErrorText } from '../../client/error-text.ts';
import { uploadFile } from '../../client/transfers.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useSavedFile } from './use-saved-file.ts';
import { useWhat } from './use-what.ts';

type State =
  | { readonly step: 'idle' }
  | { readonly step: 'making' | 'reading' }
  | { readonly step: 'done'; readonly text: string }
  | { readonly step: 'failed'; readonly problem: string };

/** Makes a parcel, and takes in whatever somebody brought; says how it went. */
export function HandOver({ canMake }: { readonly canMake: boolean }) {
  const { t } = useTranslation('parcels');
  const errorText = useErrorText();
  const [state, setState] = useState<State>({ step: 'idle' });
  const make = useMake();
  const takeIn = useTakeIn();
  const run = async (step: 'making' | 'reading', work: () => Promise<string>): Promise<void> => {
    setState({ step });
    try {
      setState({ step: 'done', text: await work() });
    } catch (error) {
      setState({ step: 'failed', problem: errorText(error) });
    }
  };
  const isBusy = state.step === 'making' || state.step === 'reading';
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconFileExport size={17} aria-hidden />}
          disabled={!canMake || state.step === 'reading'}
          loading={state.step === 'making'}
          onClick={() => void run('making', make)}
        >
          {t('make')}
        </Button>
        <FileButton
          accept=".wijkwerk-parcel,.wijkwerk-receipts"
          onChange={(file) => {
            if (file) void run('reading', () => takeIn(file));
          }}
        >
          {(button) => (
            <Button
              {...button}
              variant="default"
              leftSection={<IconFileImport size={17} aria-hidden />}
              disabled={state.step === 'making'}
              loading={state.step === 'reading'}
            >
              {t('takeIn')}
            </Button>
          )}
        </FileButton>
      </Group>
      <Text size="xs" c="dimmed">
        {t('takeInHint')}
      </Text>
      <div role="status">
        {isBusy && <Text size="sm">{t(state.step)}</Text>}
        {state.step === 'done' && <Text size="sm">{state.text}</Text>}
      </div>
      {state.step === 'failed' && <FailureNotice text={state.problem} />}
    </Stack>
  );
}

function useMake(): () => Promise<string> {
  const { t } = useTranslation('parcels');
  const client = useWorkbench();
  const formats = useFormats();
  const whatOf = useWhat();
  const save = useSavedFile();
  return async () => {
    const parcel = await client.parcels.make();
    await save(parcel);
    const size = formats.size(parcel.size);
    const done = t('done', { name: parcel.fileName, size, what: whatOf(parcel) });
    return parcel.leftOut === 0 ? done : `${done} ${t('leftOut', { count: parcel.leftOut })}`;
  };
}

function useTakeIn(): (file: File) => Promise<string> {
  const { t } = useTranslation('parcels');
  const client = useWorkbench();
  const whatOf = useWhat();
  const stop = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    stop.current = controller;
    return () => {
      controller.abort();
    };
  }, []);
  const textOf = (taken: TakenIn): string => {
    if (taken.kind === 'parcel') {
      return taken.isNew ? t('taken', { what: whatOf(taken) }) : t('takenBefore');
    }
    const { answered, refused } = taken;
    const settled = answered === 0 && refused !== '' ? [] : [t('settled', { count: answered })];
    return [...settled, ...(refused === '' ? [] : [t('stopped', { code: refused })])].join(' ');
  };
  return async (file) => {
    const uploadId = await uploadFile(client, file, () => {}, stop.current.signal);
    try {
      return textOf(await client.parcels.takeIn({ uploadId }));
    } finally {
      await client.transfers.discardUpload({ uploadId });
    }
  };
}
