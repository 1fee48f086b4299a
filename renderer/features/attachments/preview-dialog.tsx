import { Button, Group, Modal, Skeleton, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Attachment } from '#shared/domain/attachments/attachment.ts';
import { isPhoto } from '#shared/domain/attachments/media-type.ts';

import { useErrorText } from '../../client/error-text.ts';
import { saveAs } from '../../client/transfers.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { readAttachment } from './attachment-bytes.ts';
import classes from './attachments.module.css';

/** A photo or a text, large; the arrows lead to the next one of the same contact. */
export function PreviewDialog(props: {
  readonly attachment: Attachment | undefined;
  readonly others: readonly Attachment[];
  readonly onShow: (id: string) => void;
  readonly onClose: () => void;
}) {
  const { attachment, others } = props;
  const { t } = useTranslation('attachments');
  const at = others.findIndex(({ id }) => id === attachment?.id);
  const step = (by: number): void => {
    const next = others[(at + by + others.length) % others.length];
    if (next) props.onShow(next.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowLeft') step(-1);
    if (event.key === 'ArrowRight') step(1);
  };
  return (
    <Modal
      opened={attachment !== undefined}
      onClose={props.onClose}
      title={attachment?.name}
      size="xl"
      onKeyDown={onKeyDown}
    >
      {attachment && <Large key={attachment.id} attachment={attachment} />}
      {others.length > 1 && (
        <Group justify="space-between" mt="md">
          <Button
            variant="default"
            leftSection={<IconChevronLeft size={17} aria-hidden />}
            onClick={() => {
              step(-1);
            }}
          >
            {t('previous')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('position', { at: at + 1, count: others.length })}
          </Text>
          <Button
            variant="default"
            rightSection={<IconChevronRight size={17} aria-hidden />}
            onClick={() => {
              step(1);
            }}
          >
            {t('next')}
          </Button>
        </Group>
      )}
    </Modal>
  );
}

function Large(props: { readonly attachment: Attachment }) {
  const { attachment } = props;
  const { id, hash, mediaType, name } = attachment;
  const { t } = useTranslation('attachments');
  const client = useWorkbench();
  const errorText = useErrorText();
  const answer = useQuery({
    queryKey: ['attachments.read', hash],
    queryFn: async ({ signal }) => {
      const blob = await readAttachment(client, { id, mediaType }, signal);
      return { blob, text: mediaType === 'text/plain' ? await blob.text() : '' };
    },
    // A large photo does not stay in memory when nobody looks at it.
    gcTime: 0,
  });
  const address = useAddress(isPhoto(mediaType) ? answer.data?.blob : undefined);
  if (answer.isError) return <FailureNotice text={errorText(answer.error)} />;
  if (!answer.data) return <Skeleton height={320} />;
  const { blob, text } = answer.data;
  return (
    <>
      {address !== undefined && <img src={address} alt={name} className={classes.large} />}
      {mediaType === 'text/plain' && (
        <pre className={classes.text} tabIndex={0} aria-label={name}>
          {text}
        </pre>
      )}
      {mediaType === 'application/pdf' && <Text size="sm">{t('opensElsewhere')}</Text>}
      <Group justify="flex-end" mt="md">
        <Button
          leftSection={<IconDownload size={17} aria-hidden />}
          onClick={() => {
            saveAs(blob, name);
          }}
        >
          {t('saveAs')}
        </Button>
      </Group>
    </>
  );
}

/** An address for as long as the picture is shown. */
function useAddress(blob: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!blob) return undefined;
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
    };
  }, [blob]);
  return blob && address;
}
