import { ActionIcon, Badge, Button, Group, Text, UnstyledButton } from '@mantine/core';
import { IconArrowBackUp, IconDownload, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Attachment } from '#shared/domain/attachments/attachment.ts';

import { useReporter } from '../../client/reporter.ts';
import { saveAs } from '../../client/transfers.ts';
import { useUndoNotice } from '../../client/undo-notice.tsx';
import { useWorkbench } from '../../client/workbench.tsx';
import { useFormats } from '../../ui/formats.ts';
import { RecordState } from '../../ui/record-state.tsx';
import { readAttachment } from './attachment-bytes.ts';
import classes from './attachments.module.css';
import { SmallPictureOf } from './small-picture.tsx';
import { WithdrawAttachmentDialog } from './withdraw-dialog.tsx';

/** One file: its small picture, what it is, where it stands, and what can be done with it. */
export function AttachmentItem(props: {
  readonly attachment: Attachment;
  readonly isDraft: boolean;
  readonly onOpen: () => void;
}) {
  const { attachment, isDraft } = props;
  const { name, withdrawn } = attachment;
  const { t } = useTranslation('attachments');
  const client = useWorkbench();
  const report = useReporter();
  const offerUndo = useUndoNotice();
  const [withdrawing, setWithdrawing] = useState(false);
  const isHere = attachment.here === attachment.size;
  const { id } = attachment;

  const fetching = useMutation({
    mutationFn: () => client.attachments.fetch({ id }),
    onError: (error) => report(Promise.reject(error)),
  });

  const save = async (): Promise<void> => {
    saveAs(await readAttachment(client, attachment), name);
  };
  const takeOff = async (): Promise<void> => {
    await client.attachments.takeOff({ id });
    offerUndo({
      id: `taken-off-${id}`,
      message: t('takenOff', { name }),
      undo: () => client.attachments.putBack({ id }),
    });
  };

  return (
    <li className={classes.item} data-withdrawn={withdrawn !== null || undefined}>
      <UnstyledButton
        className={classes.picture}
        disabled={!isHere}
        aria-label={t('open', { name })}
        onClick={props.onOpen}
      >
        <SmallPictureOf attachment={attachment} />
      </UnstyledButton>
      <div className={classes.about}>
        <Text size="sm" fw={560} className={classes.name}>
          {name}
        </Text>
        <AboutFile attachment={attachment} isDraft={isDraft} />
      </div>
      <Group gap={2} wrap="nowrap">
        {!isHere && (
          <Button
            size="compact-sm"
            variant="default"
            loading={fetching.isPending}
            aria-label={t('fetchLabel', { name })}
            onClick={() => {
              fetching.mutate();
            }}
          >
            {t('fetch')}
          </Button>
        )}
        {isHere && (
          <Action label={t('save', { name })} onClick={() => report(save())}>
            <IconDownload size={17} aria-hidden />
          </Action>
        )}
        {isDraft && (
          <Action label={t('takeOff', { name })} onClick={() => report(takeOff())}>
            <IconTrash size={17} aria-hidden />
          </Action>
        )}
        {!isDraft && withdrawn === null && (
          <Action
            label={t('withdraw.label', { name })}
            onClick={() => {
              setWithdrawing(true);
            }}
          >
            <IconTrash size={17} aria-hidden />
          </Action>
        )}
        {withdrawn !== null && (
          <Action
            label={t('reinstate', { name })}
            onClick={() => report(client.attachments.reinstate({ id }))}
          >
            <IconArrowBackUp size={17} aria-hidden />
          </Action>
        )}
      </Group>
      <WithdrawAttachmentDialog
        attachment={attachment}
        isOpen={withdrawing}
        onDone={() => {
          setWithdrawing(false);
        }}
      />
    </li>
  );
}

function AboutFile(props: { readonly attachment: Attachment; readonly isDraft: boolean }) {
  const { attachment, isDraft } = props;
  const { details, here, mediaType, recordState, sent, size, withdrawn } = attachment;
  const { t } = useTranslation('attachments');
  const formats = useFormats();
  const words = [t(`type.${mediaType}`), formats.size(size)];
  if (details !== 'none') words.push(t(`details.${details}`));
  const isArriving = recordState === 'under-way' && sent > 0 && sent < size;
  return (
    <>
      <Text size="xs" c="dimmed">
        {words.join(' · ')}
      </Text>
      {!isDraft && (
        <Group gap={6} mt={2}>
          <RecordState state={recordState} />
          {isArriving && (
            <Text size="xs" c="dimmed">
              {t('sentSoFar', { sent: formats.size(sent), size: formats.size(size) })}
            </Text>
          )}
          {here < size && (
            <Badge color="gray">
              {here === 0
                ? t('notHere')
                : t('hereSoFar', { here: formats.size(here), size: formats.size(size) })}
            </Badge>
          )}
          <Text size="xs" c="dimmed">
            {attachment.authorName}, {formats.moment(attachment.addedAt)}
          </Text>
        </Group>
      )}
      {attachment.isRefused && (
        <Text size="xs" mt={2} className={classes.reason}>
          {t('refused')}
        </Text>
      )}
      {withdrawn && (
        <Text size="xs" mt={2} className={classes.reason}>
          {t('withdrawn', { note: withdrawn.note })}
        </Text>
      )}
    </>
  );
}

function Action(props: {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={props.label}
      title={props.label}
      onClick={props.onClick}
    >
      {props.children}
    </ActionIcon>
  );
}
