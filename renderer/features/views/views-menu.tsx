import { ActionIcon, Button, Divider, Group, Menu, Popover, Stack, Text } from '@mantine/core';
import {
  IconBookmark,
  IconBookmarkPlus,
  IconDots,
  IconLink,
  IconLinkPlus,
  IconPencil,
  IconReplace,
  IconTrash,
} from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ContactView } from '#shared/domain/contacts/contact-view.ts';
import type { SavedView } from '#shared/domain/views/saved-view.ts';

import { useDeskState } from '../../client/desk-state.ts';
import { LinkToCopy, OpenLinkDialog, useCopyLink } from './link-dialogs.tsx';
import { MENU_POPOVER } from './menu-popover.ts';
import { SaveViewDialog, type SaveViewTask } from './save-view-dialog.tsx';
import { useSavedViews, useViewActions } from './use-views.tsx';
import { viewLink } from './view-link.ts';

/** Views that were kept, and what can be done with the one on the screen. */
export function ViewsMenu(props: {
  readonly view: ContactView;
  readonly onOpen: (view: ContactView) => void;
}) {
  const { view } = props;
  const { t } = useTranslation('views');
  const officerId = useDeskState().data?.officer?.id;
  const saved = useSavedViews().data ?? [];
  const actions = useViewActions();
  const [opened, setOpened] = useState(false);
  const [task, setTask] = useState<SaveViewTask>();
  const [isPasting, setPasting] = useState(false);
  const [toCopy, setToCopy] = useState<string>();
  const copy = useCopyLink(setToCopy);
  const close = useCallback(() => {
    setTask(undefined);
  }, []);
  /** A dialog takes the place of the menu. */
  const leave = (work: () => void) => () => {
    setOpened(false);
    work();
  };
  const own = saved.filter(({ ownerId }) => ownerId === officerId);
  const team = saved.filter(({ ownerId }) => ownerId !== officerId);
  const rowOf = (entry: SavedView) => (
    <ViewRow
      key={entry.id}
      saved={entry}
      isOwn={entry.ownerId === officerId}
      onOpen={leave(() => {
        props.onOpen(entry.view);
      })}
      onCopy={leave(() => {
        copy(viewLink(entry.view));
      })}
      onRename={leave(() => {
        setTask({ rename: entry });
      })}
      onOverwrite={leave(() => {
        actions.overwrite(entry, view);
      })}
      onRemove={leave(() => {
        actions.remove(entry);
      })}
    />
  );
  return (
    <>
      <Popover opened={opened} onChange={setOpened} {...MENU_POPOVER} position="bottom-end">
        <Popover.Target>
          <Button
            variant="default"
            size="compact-sm"
            h={30}
            leftSection={<IconBookmark size={16} aria-hidden />}
            onClick={() => {
              setOpened(!opened);
            }}
          >
            {t('saved.menu')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown p="xs" aria-label={t('saved.menu')}>
          <Stack gap={4} w={300}>
            <Stack gap={2} mah={320} style={{ overflowY: 'auto' }}>
              {saved.length === 0 && (
                <Text size="xs" c="dimmed" px={6} py={4}>
                  {t('saved.none')}
                </Text>
              )}
              {own.length > 0 && <Heading text={t('saved.own')} />}
              {own.map(rowOf)}
              {team.length > 0 && <Heading text={t('saved.team')} />}
              {team.map(rowOf)}
            </Stack>
            <Divider />
            <Action
              icon={<IconBookmarkPlus size={16} aria-hidden />}
              text={t('saved.save')}
              onClick={leave(() => {
                setTask({ save: view });
              })}
            />
            <Action
              icon={<IconLink size={16} aria-hidden />}
              text={t('saved.copyLink')}
              onClick={leave(() => {
                copy(viewLink(view));
              })}
            />
            <Action
              icon={<IconLinkPlus size={16} aria-hidden />}
              text={t('saved.openLink')}
              onClick={leave(() => {
                setPasting(true);
              })}
            />
          </Stack>
        </Popover.Dropdown>
      </Popover>
      <SaveViewDialog task={task} onDone={close} />
      <OpenLinkDialog
        opened={isPasting}
        onDone={() => {
          setPasting(false);
        }}
      />
      <LinkToCopy
        link={toCopy}
        onDone={() => {
          setToCopy(undefined);
        }}
      />
    </>
  );
}

function Heading({ text }: { readonly text: string }) {
  return (
    <Text size="xs" fw={600} c="dimmed" px={6} pt={4}>
      {text}
    </Text>
  );
}

function Action(props: {
  readonly icon: React.ReactNode;
  readonly text: string;
  readonly onClick: () => void;
}) {
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      h={30}
      justify="flex-start"
      leftSection={props.icon}
      onClick={props.onClick}
    >
      {props.text}
    </Button>
  );
}

function ViewRow(props: {
  readonly saved: SavedView;
  readonly isOwn: boolean;
  readonly onOpen: () => void;
  readonly onCopy: () => void;
  readonly onRename: () => void;
  readonly onOverwrite: () => void;
  readonly onRemove: () => void;
}) {
  const { saved, isOwn } = props;
  const { t } = useTranslation('views');
  const about = isOwn
    ? saved.shared && t('saved.isShared')
    : t('saved.by', { author: saved.ownerName });
  return (
    <Group gap={4} wrap="nowrap" justify="space-between">
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        h={30}
        px={6}
        flex={1}
        miw={0}
        justify="flex-start"
        aria-label={t('saved.open', { name: saved.name })}
        onClick={props.onOpen}
      >
        <Text size="sm" truncate c="var(--mantine-color-text)">
          {saved.name}
        </Text>
        {about && (
          <Text size="xs" c="dimmed" ml={6} style={{ flex: 'none' }}>
            {about}
          </Text>
        )}
      </Button>
      <Menu withinPortal={false} position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={t('saved.actions', { name: saved.name })}
          >
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconLink size={15} />} onClick={props.onCopy}>
            {t('saved.copyLink')}
          </Menu.Item>
          {isOwn && (
            <>
              <Menu.Item leftSection={<IconPencil size={15} />} onClick={props.onRename}>
                {t('saved.rename')}
              </Menu.Item>
              <Menu.Item leftSection={<IconReplace size={15} />} onClick={props.onOverwrite}>
                {t('saved.overwrite')}
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={15} />} onClick={props.onRemove}>
                {t('saved.remove')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
