import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { NeighbourhoodRow } from '#shared/contract/people.ts';
import { type Day, dayOf } from '#shared/lib/dates.ts';

import { useErrorText } from '../../client/error-text.ts';
import { refresh } from '../../client/queries.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { ShortText } from '../../ui/short-text.tsx';
import { useOfficers } from './queries.ts';

/** The choice that stands for somebody who is not in the list. */
const NEW = 'new';

const today = (): Day => dayOf(new Date().toISOString());

/** Makes an officer answer for a neighbourhood. */
export function AssignDialog(props: {
  readonly row: NeighbourhoodRow;
  readonly onClosed: () => void;
}) {
  const { row } = props;
  const { t } = useTranslation('territory');
  const { t: common } = useTranslation();
  const formats = useFormats();
  const errorText = useErrorText();
  const client = useWorkbench();
  const queries = useQueryClient();
  const [opened, { close }] = useDisclosure(true);
  const officers = useOfficers(true).data ?? [];
  const [officerId, setOfficerId] = useState('');
  const [newName, setNewName] = useState('');
  const [validFrom, setValidFrom] = useState<Day | ''>(today);
  const name = formats.name(row.nameNl, row.nameFr);

  const assign = useMutation({
    mutationFn: async () => {
      const officer =
        officerId === NEW
          ? await client.people.addOfficer({ displayName: newName.trim() })
          : { id: officerId };
      // Kept as chosen, so that trying again after a failure does not add the person twice.
      setOfficerId(officer.id);
      await client.people.assignPost({ officerId: officer.id, neighbourhoodId: row.id, validFrom });
    },
    onSuccess: async () => {
      const known = officers.find(({ id }) => id === officerId)?.displayName ?? newName.trim();
      await refresh(queries, ['people']);
      notifications.show({ message: t('neighbourhoods.assigned', { officer: known, name }) });
      close();
    },
    onError: () => refresh(queries, ['people']),
  });
  const named = officerId === NEW ? newName.trim() !== '' : officerId !== '';
  const ready = named && validFrom !== '';
  return (
    <Modal
      opened={opened}
      onClose={close}
      onExitTransitionEnd={props.onClosed}
      title={t('neighbourhoods.assignTo', { name })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form
        onChange={() => {
          if (assign.isError) assign.reset();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) assign.mutate();
        }}
      >
        <Stack gap="md">
          <NativeSelect
            label={t('neighbourhoods.officer')}
            value={officerId}
            data-autofocus
            onChange={(event) => setOfficerId(event.currentTarget.value)}
            data={[
              { value: '', label: t('neighbourhoods.chooseOfficer'), disabled: true },
              ...officers.map(({ id, displayName }) => ({ value: id, label: displayName })),
              { value: NEW, label: t('neighbourhoods.newOfficer') },
            ]}
          />
          {officerId === NEW ? (
            <ShortText
              label={t('neighbourhoods.newOfficerName')}
              value={newName}
              most={80}
              onText={setNewName}
            />
          ) : null}
          <DayField label={t('neighbourhoods.from')} value={validFrom} onChange={setValidFrom} />
          {assign.isError ? <FailureNotice text={errorText(assign.error)} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {common('cancel')}
            </Button>
            <Button type="submit" disabled={!ready} loading={assign.isPending}>
              {t('neighbourhoods.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Ends an officer's answering for a neighbourhood; the past stays as it was. */
export function EndPostDialog(props: {
  readonly row: NeighbourhoodRow;
  readonly post: NeighbourhoodRow['officers'][number];
  readonly onClosed: () => void;
}) {
  const { row, post } = props;
  const { t } = useTranslation('territory');
  const { t: common } = useTranslation();
  const formats = useFormats();
  const errorText = useErrorText();
  const client = useWorkbench();
  const queries = useQueryClient();
  const [opened, { close }] = useDisclosure(true);
  const [validTo, setValidTo] = useState<Day | ''>(today);
  const end = useMutation({
    mutationFn: () => client.people.endPost({ postId: post.postId, validTo }),
    onSuccess: async () => {
      await refresh(queries, ['people']);
      notifications.show({ message: t('neighbourhoods.ended') });
      close();
    },
  });
  return (
    <Modal
      opened={opened}
      onClose={close}
      onExitTransitionEnd={props.onClosed}
      title={t('neighbourhoods.endTitle')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack gap="md">
        <Text size="sm">
          {t('neighbourhoods.endText', {
            officer: post.displayName,
            name: formats.name(row.nameNl, row.nameFr),
          })}
        </Text>
        <DayField label={t('neighbourhoods.to')} value={validTo} onChange={setValidTo} />
        {end.isError ? <FailureNotice text={errorText(end.error)} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            {common('cancel')}
          </Button>
          <Button disabled={validTo === ''} loading={end.isPending} onClick={() => end.mutate()}>
            {t('neighbourhoods.end')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
