import {
  Alert,
  Button,
  Checkbox,
  FileButton,
  PasswordInput,
  Progress,
  Stack,
  Text,
} from '@mantine/core';
import { IconAlertTriangle, IconFileImport } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Instant } from '#shared/lib/dates.ts';

import { acceptDeskState } from '../../client/desk-state.ts';
import { useErrorText } from '../../client/error-text.ts';
import { uploadFile } from '../../client/transfers.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';

interface Inspected {
  readonly uploadId: string;
  readonly displayName: string;
  readonly madeAt: Instant;
  readonly onlyHere: number;
  readonly replaces: { readonly lastOpenedAt: Instant | null; readonly onlyHere: number } | null;
}

/** Brings an officer's file back: choose the backup, see what it is, give its passphrase. */
export function RestoreForm() {
  const { t } = useTranslation('desk');
  const client = useWorkbench();
  const errorText = useErrorText();
  const stop = useRef(new AbortController());
  const [share, setShare] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const [backup, setBackup] = useState<Inspected>();

  useEffect(() => {
    const controller = new AbortController();
    stop.current = controller;
    return () => {
      controller.abort();
    };
  }, []);

  const take = async (file: File | null): Promise<void> => {
    if (!file) return;
    setProblem(undefined);
    setBackup(undefined);
    setShare(0);
    try {
      const { signal } = stop.current;
      const uploadId = await uploadFile(
        client,
        file,
        (done, total) => {
          setShare(total === 0 ? 100 : (done / total) * 100);
        },
        signal,
      );
      setBackup({ uploadId, ...(await client.backup.inspect({ uploadId })) });
    } catch (error) {
      setProblem(errorText(error));
    }
    setShare(undefined);
  };

  return (
    <Stack gap="md">
      <FileButton onChange={(file) => void take(file)}>
        {(button) => (
          <Button
            {...button}
            variant={backup ? 'default' : 'filled'}
            leftSection={<IconFileImport size={18} aria-hidden />}
            loading={share !== undefined}
          >
            {t(backup ? 'restore.otherFile' : 'restore.choose')}
          </Button>
        )}
      </FileButton>
      {share !== undefined && <Progress value={share} aria-label={t('restore.reading')} />}
      {problem !== undefined && <FailureNotice text={problem} />}
      {backup && <RestoreStep key={backup.uploadId} backup={backup} />}
    </Stack>
  );
}

function RestoreStep(props: { readonly backup: Inspected }) {
  const { uploadId, displayName, madeAt, onlyHere, replaces } = props.backup;
  const { t } = useTranslation('desk');
  const formats = useFormats();
  const client = useWorkbench();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [passphrase, setPassphrase] = useState('');
  const [replace, setReplace] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  const restore = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    try {
      acceptDeskState(queries, await client.backup.restore({ uploadId, passphrase, replace }));
    } catch (error) {
      setProblem(errorText(error));
      setBusy(false);
    }
  };

  return (
    <form onSubmit={(event) => void restore(event)} noValidate>
      <Stack gap="md">
        <div>
          <Text fw={600}>{displayName}</Text>
          <Text size="sm" c="dimmed">
            {t('restore.madeAt', { when: formats.moment(madeAt) })} ·{' '}
            {t('onlyHere', { count: onlyHere })}
          </Text>
        </div>
        {replaces && (
          <Alert
            color="orange"
            icon={<IconAlertTriangle size={18} />}
            title={t('restore.replaces')}
          >
            <Stack gap="xs">
              <Text size="sm">
                {t('restore.replacesText', {
                  when:
                    replaces.lastOpenedAt === null
                      ? t('unlock.never')
                      : formats.moment(replaces.lastOpenedAt),
                })}{' '}
                {t('onlyHere', { count: replaces.onlyHere })}.
              </Text>
              <Checkbox
                label={t('restore.replaceAgree')}
                checked={replace}
                onChange={(event) => {
                  setReplace(event.currentTarget.checked);
                }}
              />
            </Stack>
          </Alert>
        )}
        <PasswordInput
          label={t('restore.passphrase')}
          description={t('restore.passphraseHint')}
          value={passphrase}
          error={problem}
          aria-invalid={problem !== undefined}
          autoFocus
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t('showPassphrase') }}
          onChange={(event) => {
            setPassphrase(event.currentTarget.value);
            setProblem(undefined);
          }}
        />
        <Button
          type="submit"
          fullWidth
          loading={busy}
          disabled={passphrase === '' || (replaces !== null && !replace)}
        >
          {t('restore.do')}
        </Button>
      </Stack>
    </form>
  );
}
