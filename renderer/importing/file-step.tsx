import { Button, FileButton, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { LARGEST_IMPORT_BYTES } from '#shared/contract/territory.ts';

import { useFormats } from '../ui/formats.ts';
import classes from './importing.module.css';

/** Choosing one file, by the button or by dropping it. */
export function FileStep(props: {
  readonly onFile: (file: File) => void;
  /** The endings of the files that will do, as the browser wants them. */
  readonly accepted: string;
  /** What the file should hold. */
  readonly hint: string;
}) {
  const { t } = useTranslation('importing');
  const formats = useFormats();
  const [over, setOver] = useState(false);
  const [notice, setNotice] = useState('');
  const most = formats.size(LARGEST_IMPORT_BYTES);

  const take = (file: File | null | undefined): void => {
    if (!file) return;
    if (file.size > LARGEST_IMPORT_BYTES) {
      setNotice(t('tooLarge', { size: formats.size(file.size), most }));
    } else {
      props.onFile(file);
    }
  };
  return (
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer.files.length > 1) setNotice(t('oneFile'));
        take(event.dataTransfer.files[0]);
      }}
    >
      <Stack align="center" gap="xs">
        <IconFileImport size={40} stroke={1.4} aria-hidden />
        <Text fw={600}>{t('drop')}</Text>
        <Text size="sm" c="dimmed">
          {t('dropOr')}
        </Text>
        <FileButton accept={props.accepted} onChange={take}>
          {(button) => (
            <Button {...button} data-autofocus>
              {t('choose')}
            </Button>
          )}
        </FileButton>
        <Text size="xs" c="dimmed" ta="center" maw={460}>
          {props.hint}
        </Text>
        <Text size="sm" role="status">
          {notice}
        </Text>
      </Stack>
    </div>
  );
}
