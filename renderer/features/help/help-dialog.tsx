import { Group, Kbd, Modal, Stack, Switch, Text, Title } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';

import type { Help } from './help.ts';
import classes from './help-dialog.module.css';
import { keysOf, type PageShortcut, SHORTCUTS } from './shortcuts.ts';

const GROUPS = ['everywhere', 'pages', 'list', 'form', 'map'] as const;

interface Line {
  readonly id: string;
  readonly label: string;
  readonly strokes: readonly string[];
}

/** Every shortcut on one sheet, out of the register that the handlers come from. */
export function HelpDialog(props: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly help: Help;
  readonly pages: readonly PageShortcut[];
}) {
  const { t } = useTranslation('help');
  const linesOf = (group: (typeof GROUPS)[number]): readonly Line[] =>
    group === 'pages'
      ? props.pages.map((page) => ({ ...page, id: page.to }))
      : SHORTCUTS.filter((shortcut) => shortcut.group === group).map((shortcut) => ({
          ...shortcut,
          label: t(shortcut.id),
        }));
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={t('title')} size="lg">
      <div className={classes.sheet}>
        {GROUPS.map((group) => (
          <section key={group}>
            <Title order={3} mb="xs">
              {t(group)}
            </Title>
            <Stack gap={6}>
              {linesOf(group).map(({ id, label, strokes }) => (
                <Group key={id} justify="space-between" wrap="nowrap" data-shortcut={id}>
                  <Text size="sm">{label}</Text>
                  <Group gap={4} wrap="nowrap">
                    {strokes.map((stroke) => (
                      <Fragment key={stroke}>
                        {keysOf(stroke).map((key) => (
                          <Kbd key={key}>{key}</Kbd>
                        ))}
                      </Fragment>
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
