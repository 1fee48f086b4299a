import { Group, Kbd, Modal, Stack, Switch, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { Help } from './help.ts';
import classes from './help-dialog.module.css';

const SHEET = [
  {
    title: 'everywhere',
    keys: [
      ['newContact', ['c']],
      ['goTo', ['/']],
      ['goTo', ['Ctrl', 'K']],
      ['lock', ['Ctrl', 'L']],
      ['help', ['?']],
    ],
  },
  {
    title: 'pages',
    keys: [
      ['today', ['g', 't']],
      ['contacts', ['g', 'c']],
      ['map', ['g', 'm']],
      ['territory', ['g', 'r']],
      ['desk', ['g', 'd']],
    ],
  },
  {
    title: 'form',
    keys: [
      ['save', ['Ctrl', 'Enter']],
      ['close', ['Esc']],
      ['reason', ['a–z']],
    ],
  },
  {
    title: 'list',
    keys: [
      ['move', ['↑', '↓']],
      ['open', ['Enter']],
      ['backToList', ['Esc']],
    ],
  },
] as const;

/** Every shortcut on one sheet. */
export function HelpDialog(props: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly help: Help;
}) {
  const { t } = useTranslation('help');
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={t('title')} size="lg">
      <div className={classes.sheet}>
        {SHEET.map(({ title, keys }) => (
          <section key={title}>
            <Title order={3} mb="xs">
              {t(title)}
            </Title>
            <Stack gap={6}>
              {keys.map(([text, strokes]) => (
                <Group key={strokes.join()} justify="space-between" wrap="nowrap">
                  <Text size="sm">{t(text)}</Text>
                  <Group gap={4} wrap="nowrap">
                    {strokes.map((stroke) => (
                      <Kbd key={stroke}>{stroke}</Kbd>
                    ))}
                  </Group>
                </Group>
              ))}
            </Stack>
          </section>
        ))}
      </div>
      <Switch
        mt="lg"
        label={t('singleKeys')}
        description={t('singleKeysHint')}
        checked={props.help.singleKeys}
        onChange={(event) => {
          props.help.setSingleKeys(event.currentTarget.checked);
        }}
      />
    </Modal>
  );
}
