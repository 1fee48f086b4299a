import { Button, FileButton, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { LARGEST_IMPORT_BYTES } from '#shared/contract/territory.ts';

import { useFormats } from '../../../ui/formats.ts';
import classes from './import.module.css';

const ACCEPTED = '.geojson,.json,.csv,.txt';
const TABLES = '.csv,.txt';

/** Choosing one file, by the button or by dropping it. */
export function FileStep(props: {
  readonly onFile: (file: File) => void;
  /** Only a table will do; what it should hold stands in the place of what maps should. */
  readonly tableHint?: string;
}) {
  const { t } = useTranslation('territory');
  const formats = useFormats();
  const [over, setOver] = useState(false);
  const [notice, setNotice] = useState('');
  const most = formats.size(LARGEST_IMPORT_BYTES);

  const take = (file: File | null | undefined): void => {
    if (!file) return;
    if (file.size > LARGEST_IMPORT_BYTES) {
      setNotice(t('import.wizard.tooLarge', { size: formats.size(file.size), most }));
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
        if (event.dataTransfer.files.length > 1) setNotice(t('import.wizard.oneFile'));
        take(event.dataTransfer.files[0]);
      }}
    >
      <Stack align="center" gap="xs">
        <IconFileImport size={40} stroke={1.4} aria-hidden />
        <Text fw={600}>{t('import.wizard.drop')}</Text>
        <Text size="sm" c="dimmed">
          {t('import.wizard.dropOr')}
        </Text>
        <FileButton accept={props.tableHint === undefined ? ACCEPTED : TABLES} onChange={take}>
          {(button) => (
            <Button {...button} data-autofocus>
              {t('import.wizard.choose')}
            </Button>
          )}
        </FileButton>
        <Text size="xs" c="dimmed" ta="center" maw={460}>
          {props.tableHint ??
            `${t('import.wizard.accepted', { size: most })} ${t('import.wizard.acceptedText')}`}
        </Text>
        <Text size="sm" role="status">
          {notice}
        </Text>
      </Stack>
    </div>
  );
}
