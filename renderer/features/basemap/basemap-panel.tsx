import { Button, FileButton, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMapPlus, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type Basemap, LARGEST_BASEMAP_BYTES } from '#shared/contract/basemap.ts';
import type { Bounds } from '#shared/domain/territory/geometry.ts';

import { useErrorText } from '../../client/error-text.ts';
import { failureOf } from '../../client/errors.ts';
import { uploadFile } from '../../client/transfers.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { type Formats, useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { nl } from './texts/nl.ts';
import { useBasemap } from './use-basemap.ts';

/** The background map of this desk: what it is, and choosing, replacing or removing it. */
export function BasemapPanel() {
  const { t } = useTranslation('basemap');
  const client = useWorkbench();
  const errorText = useErrorText();
  const problemText = useProblemText();
  const answer = useBasemap();
  const basemap = answer.data?.basemap ?? null;
  const [share, setShare] = useState(0);
  const [confirming, { open, close }] = useDisclosure(false);
  const adopt = useMutation({
    mutationFn: async (file: File) => {
      setShare(0);
      const uploadId = await uploadFile(
        client,
        file,
        (sent, size) => setShare((sent / Math.max(1, size)) * 100),
        new AbortController().signal,
      );
      try {
        return await client.basemap.adopt({ uploadId });
      } finally {
        await client.transfers.discardUpload({ uploadId });
      }
    },
  });
  const remove = useMutation({ mutationFn: () => client.basemap.remove(), onSuccess: close });

  return (
    <Panel title={t('title')}>
      <Stack gap="md">
        <Text size="sm">{basemap ? t('text') : t('none')}</Text>
        {answer.isError ? <FailureNotice text={errorText(answer.error)} /> : null}
        {basemap ? <BasemapFacts basemap={basemap} /> : null}
        <Group gap="xs">
          <FileButton
            accept=".pmtiles"
            onChange={(file) => {
              if (file) adopt.mutate(file);
            }}
          >
            {(button) => (
              <Button
                {...button}
                variant="default"
                loading={adopt.isPending}
                leftSection={<IconMapPlus size={17} aria-hidden />}
              >
                {basemap ? t('replace') : t('choose')}
              </Button>
            )}
          </FileButton>
          {basemap ? (
            <Button
              variant="default"
              leftSection={<IconTrash size={17} aria-hidden />}
              onClick={open}
            >
              {t('remove')}
            </Button>
          ) : null}
        </Group>
        <div role="status">
          {adopt.isPending ? <Progress value={share} aria-label={t('sending')} /> : null}
          {adopt.isSuccess && basemap ? (
            <Text size="sm">{t('done', { file: basemap.fileName })}</Text>
          ) : null}
        </div>
        {adopt.isError ? <FailureNotice text={problemText(adopt.error)} /> : null}
      </Stack>
      <Modal opened={confirming} onClose={close} title={t('removeTitle')}>
        <Stack gap="md">
          <Text size="sm">{t('removeText')}</Text>
          {remove.isError ? <FailureNotice text={errorText(remove.error)} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              {t('keep')}
            </Button>
            <Button color="red.9" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t('remove')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Panel>
  );
}

function BasemapFacts(props: { readonly basemap: Basemap }) {
  const { basemap } = props;
  const { t } = useTranslation('basemap');
  const formats = useFormats();
  return (
    <Facts
      rows={[
        [t('file'), basemap.fileName],
        [t('size'), formats.size(basemap.size)],
        [t('bounds'), boundsText(basemap.bounds, formats)],
        [t('detail'), t('zooms', { from: basemap.minZoom, to: basemap.maxZoom })],
        [t('source'), basemap.attribution || t('noSource')],
        [t('added'), formats.moment(basemap.addedAt)],
      ]}
    />
  );
}

/** As people write places: latitude before longitude, in thousandths (some hundred metres). */
function boundsText([west, south, east, north]: Bounds, formats: Formats): string {
  const write = (degrees: number): string => formats.number(Math.round(degrees * 1000) / 1000);
  return `${write(south)}° – ${write(north)}° N, ${write(west)}° – ${write(east)}° E`;
}

function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation('basemap');
  const errorText = useErrorText();
  const formats = useFormats();
  return (error) => {
    const { code, data } = failureOf(error);
    const reason = String(data.reason);
    if (code !== 'BASEMAP_UNUSABLE' || !hasWords(reason)) return errorText(error);
    return t(`unusable.${reason}`, { most: formats.size(LARGEST_BASEMAP_BYTES) });
  };
}

function hasWords(reason: string): reason is keyof typeof nl.unusable {
  return Object.hasOwn(nl.unusable, reason);
}
