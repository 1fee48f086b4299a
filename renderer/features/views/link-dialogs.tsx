import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type ReadLink, readViewLink } from './view-link.ts';

/** Puts a link on the clipboard; where that is refused, `onRefused` gets it to show it instead. */
export function useCopyLink(onRefused: (link: string) => void): (link: string) => void {
  const { t } = useTranslation('views');
  return useCallback(
    (link) => {
      navigator.clipboard.writeText(link).then(
        () => {
          notifications.show({ color: 'teal', title: t('link.title'), message: t('link.copied') });
        },
        () => {
          onRefused(link);
        },
      );
    },
    [onRefused, t],
  );
}

/** The link as a text to be copied by hand. */
export function LinkToCopy(props: {
  readonly link: string | undefined;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('views');
  const { t: common } = useTranslation();
  return (
    <Modal opened={props.link !== undefined} onClose={props.onDone} title={t('link.copyTitle')}>
      <Stack gap="md">
        <Text size="sm">{t('link.copyText')}</Text>
        <Textarea
          data-autofocus
          readOnly
          autosize
          minRows={3}
          maxRows={8}
          label={t('link.field')}
          value={props.link ?? ''}
          onFocus={(event) => {
            event.currentTarget.select();
          }}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onDone}>
            {common('close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** A field for a link that a colleague sent; a bad one is said to be bad, and why. */
export function OpenLinkDialog(props: { readonly opened: boolean; readonly onDone: () => void }) {
  const { t } = useTranslation('views');
  return (
    <Modal opened={props.opened} onClose={props.onDone} title={t('link.title')}>
      <OpenLinkForm onDone={props.onDone} />
    </Modal>
  );
}

function OpenLinkForm(props: { readonly onDone: () => void }) {
  const { t } = useTranslation('views');
  const { t: common } = useTranslation();
  const openLink = useOpenViewLink();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<'not-a-link' | 'unreadable'>();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const read = openLink(text);
        if ('problem' in read) setProblem(read.problem);
        else props.onDone();
      }}
    >
      <Stack gap="md">
        <Textarea
          data-autofocus
          autosize
          minRows={3}
          maxRows={8}
          label={t('link.field')}
          description={t('link.hint')}
          error={problem && t(`link.${problem}`)}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setProblem(undefined);
          }}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onDone}>
            {common('cancel')}
          </Button>
          <Button type="submit">{t('link.open')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

/**
 * Opens a link to a view that somebody pasted, for every place where one may be pasted: the dialog
 * here, and the palette. Answers what was read; a bad link opens nothing.
 */
export function useOpenViewLink(): (text: string) => ReadLink {
  const navigate = useNavigate();
  return useCallback(
    (text) => {
      const read = readViewLink(text);
      if ('search' in read) void navigate({ to: '/contacts', search: read.search });
      return read;
    },
    [navigate],
  );
}
