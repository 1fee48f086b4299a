import { Button, Checkbox, FileButton, Group, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import {
  type Attachment,
  type AttachmentOwner,
  LARGEST_ATTACHMENT_BYTES,
} from '#shared/domain/attachments/attachment.ts';
import { MEDIA_TYPES } from '#shared/domain/attachments/media-type.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useErrorText } from '../../client/error-text.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { AttachmentItem } from './attachment-item.tsx';
import classes from './attachments.module.css';
import { FilesOnTheirWay } from './files-on-their-way.tsx';
import { PreviewDialog } from './preview-dialog.tsx';
import { useAttachments } from './queries.ts';
import type { AddFiles } from './use-add-files.ts';
import { useDroppedFiles } from './use-dropped-files.ts';

/** The files of a contact or of one that is being written, and adding more by button, drop or paste. */
export function Attachments(props: {
  readonly owner: AttachmentOwner;
  /** Absent where files are only shown. */
  readonly adding?: AddFiles;
  /** Says so where there is none; a form does not need to. */
  readonly tellsNone?: boolean;
}) {
  const { owner, adding } = props;
  const { t } = useTranslation('attachments');
  const errorText = useErrorText();
  const answer = useAttachments(owner);
  const [openId, setOpenId] = useState<string>();
  const files = answer.data ?? [];
  const open = files.find(({ id }) => id === openId);
  return (
    <div className={classes.all}>
      {answer.isError && (
        <FailureNotice text={errorText(answer.error)} onRetry={() => void answer.refetch()} />
      )}
      {files.length > 0 && (
        <ul className={classes.list} aria-label={t('title')}>
          {files.map((file) => (
            <AttachmentItem
              key={file.id}
              attachment={file}
              isDraft={owner.kind === 'draft'}
              onOpen={() => {
                setOpenId(file.id);
              }}
            />
          ))}
        </ul>
      )}
      {props.tellsNone && answer.isSuccess && files.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('none')}
        </Text>
      )}
      {adding && <AddRow adding={adding} />}
      <PreviewDialog
        attachment={open}
        others={files.filter(isShown)}
        onShow={setOpenId}
        onClose={() => {
          setOpenId(undefined);
        }}
      />
    </div>
  );
}

function isShown({ here, size }: Attachment): boolean {
  return here === size;
}

function AddRow(props: { readonly adding: AddFiles }) {
  const { adding } = props;
  const { t } = useTranslation('attachments');
  const formats = useFormats();
  const [keepDetails, setKeepDetails] = useState(false);
  const add = (files: readonly File[]): void => {
    adding.add(files, keepDetails);
  };
  const isOver = useDroppedFiles(add);
  const frame = useRef<HTMLDivElement>(null);
  const dismiss = (id: Id): void => {
    // The button goes with its file: the keys of the form go on working from the next one.
    frame.current?.querySelector<HTMLElement>('button[data-add]')?.focus();
    adding.dismiss(id);
  };
  return (
    <div ref={frame} className={classes.add} data-over={isOver || undefined}>
      <FilesOnTheirWay adding={{ ...adding, dismiss }} />
      <Group gap="sm">
        <FileButton multiple accept={MEDIA_TYPES.join(',')} onChange={add}>
          {(button) => (
            <Button
              {...button}
              data-add
              variant="default"
              size="xs"
              leftSection={<IconPaperclip size={16} aria-hidden />}
            >
              {t('add')}
            </Button>
          )}
        </FileButton>
        <Checkbox
          size="xs"
          label={t('keepDetails')}
          checked={keepDetails}
          onChange={(event) => {
            setKeepDetails(event.currentTarget.checked);
          }}
        />
      </Group>
      <Text size="xs" c="dimmed">
        {isOver ? t('dropHere') : t('hint', { most: formats.size(LARGEST_ATTACHMENT_BYTES) })}
      </Text>
    </div>
  );
}
