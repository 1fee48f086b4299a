import { Button, Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useErrorText } from '../../client/error-text.ts';
import classes from './attachments.module.css';
import type { AddFiles, FileOnItsWay } from './use-add-files.ts';

/** Files that are being taken in, and those that were not taken, with why. */
export function FilesOnTheirWay(props: { readonly adding: AddFiles }) {
  const { adding } = props;
  if (adding.onTheirWay.length === 0) return null;
  return (
    <ul className={classes.list}>
      {adding.onTheirWay.map((one) => (
        <li key={one.id} className={classes.sending}>
          {one.failure === undefined ? (
            <Sending one={one} />
          ) : (
            <NotTaken one={one} adding={adding} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Sending(props: { readonly one: FileOnItsWay }) {
  const { file, share } = props.one;
  const { t } = useTranslation('attachments');
  return (
    <>
      <Text size="sm" truncate>
        {file.name}
      </Text>
      <Progress value={share * 100} aria-label={t('taking', { name: file.name })} />
    </>
  );
}

function NotTaken(props: { readonly one: FileOnItsWay; readonly adding: AddFiles }) {
  const { one, adding } = props;
  const { t } = useTranslation('attachments');
  const errorText = useErrorText();
  return (
    <>
      <div role="alert">
        <Text size="sm" fw={600} truncate>
          {t('notTaken', { name: one.file.name })}
        </Text>
        <Text size="sm" c="var(--mantine-color-error)">
          {errorText(one.failure)}
        </Text>
      </div>
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            adding.tryAgain(one.id);
          }}
        >
          {t('tryAgain')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={() => {
            adding.dismiss(one.id);
          }}
        >
          {t('dismiss')}
        </Button>
      </Group>
    </>
  );
}
