import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { KeptPromise } from '#shared/domain/promises/promise.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useErrorText } from '../../client/error-text.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useColleagues } from './promises.ts';
import { useHandOver } from './use-hand-over.tsx';

/** Gives a promise to a colleague; the day that the resident was told stays. */
export function HandOverDialog(props: {
  readonly promise: KeptPromise | undefined;
  readonly onDone: () => void;
}) {
  const { promise, onDone } = props;
  const { t } = useTranslation('promises');
  return (
    <Modal opened={promise !== undefined} onClose={onDone} title={t('handOver.title')}>
      {promise && <HandOverForm key={promise.id} promise={promise} onDone={onDone} />}
    </Modal>
  );
}

function HandOverForm(props: { readonly promise: KeptPromise; readonly onDone: () => void }) {
  const { promise, onDone } = props;
  const { t } = useTranslation('promises');
  const { t: common } = useTranslation();
  const formats = useFormats();
  const errorText = useErrorText();
  const handOver = useHandOver();
  const colleagues = useColleagues();
  const [ownerId, setOwnerId] = useState<Id | null>(null);
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (ownerId === null) {
      setMissing(true);
      return;
    }
    setBusy(true);
    setFailure(undefined);
    try {
      await handOver(promise, ownerId);
      onDone();
    } catch (error) {
      setFailure(errorText(error));
      setBusy(false);
    }
  };

  return (
    <form
      onChange={() => {
        setFailure(undefined);
      }}
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      <Stack gap="md">
        <Text size="sm" fw={550}>
          {promise.text}
        </Text>
        <Select
          label={t('handOver.who')}
          withAsterisk
          searchable
          openOnFocus={false}
          data-autofocus
          data={(colleagues.data ?? [])
            .filter(({ id }) => id !== promise.ownerId)
            .map(({ id, displayName }) => ({ value: id, label: displayName }))}
          value={ownerId}
          nothingFoundMessage={t('handOver.nobody')}
          error={missing && t('handOver.missing')}
          onChange={(next) => {
            setOwnerId(next);
            setMissing(false);
          }}
        />
        <Text size="sm" c="dimmed">
          {t('handOver.dayStays', { day: formats.day(promise.dueOn) })}
        </Text>
        {failure !== undefined && <FailureNotice text={failure} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('handOver.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
