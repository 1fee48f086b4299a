import { ActionIcon, Button, Checkbox, Group, Popover, ScrollArea, Stack } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import {
  CONTACT_COLUMNS,
  type ContactColumn,
  DEFAULT_COLUMNS,
} from '#shared/domain/contacts/contact-view.ts';

import { MENU_POPOVER } from './menu-popover.ts';

/** The height of a column in the menu; what can be seen is a whole number of them. */
const CHOICE_PX = 28;

/** Which columns the list shows and in which order: those shown first, in their order, then the rest. */
export function ColumnsMenu(props: {
  readonly columns: readonly ContactColumn[];
  readonly onChange: (columns: readonly ContactColumn[]) => void;
}) {
  const { columns, onChange } = props;
  const { t } = useTranslation('views');
  const [opened, setOpened] = useState(false);
  const others = CONTACT_COLUMNS.filter((column) => !columns.includes(column));
  const swap = (index: number, other: number): void => {
    const moved = [...columns];
    const [one, two] = [moved[index], moved[other]];
    if (one === undefined || two === undefined) return;
    moved[index] = two;
    moved[other] = one;
    onChange(moved);
  };
  return (
    <Popover opened={opened} onChange={setOpened} {...MENU_POPOVER} position="bottom-end">
      <Popover.Target>
        <Button
          variant="default"
          size="compact-sm"
          h={30}
          leftSection={<IconColumns3 size={16} aria-hidden />}
          onClick={() => {
            setOpened(!opened);
          }}
        >
          {t('tools.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t('tools.columns')}>
        <Stack gap={0} w={280}>
          <ScrollArea.Autosize mah={12 * CHOICE_PX} type="auto" offsetScrollbars>
            {[...columns, ...others].map((column, index) => {
              const isShown = index < columns.length;
              const name = t(`column.${column}`);
              return (
                <Group key={column} justify="space-between" wrap="nowrap" gap={4} h={CHOICE_PX}>
                  <Checkbox
                    size="xs"
                    label={name}
                    checked={isShown}
                    // A list without columns would show nothing at all.
                    disabled={isShown && columns.length === 1}
                    onChange={() => {
                      onChange(
                        isShown
                          ? columns.filter((other) => other !== column)
                          : [...columns, column],
                      );
                    }}
                  />
                  {isShown && (
                    <Group gap={2} wrap="nowrap">
                      <ActionIcon
                        size={24}
                        variant="subtle"
                        color="gray"
                        aria-label={t('tools.up', { column: name })}
                        {...endOfTheRoad(index === 0)}
                        onClick={(event) => {
                          swap(index, index - 1);
                          keepFocus(event.currentTarget);
                        }}
                      >
                        <IconArrowUp size={15} />
                      </ActionIcon>
                      <ActionIcon
                        size={24}
                        variant="subtle"
                        color="gray"
                        aria-label={t('tools.down', { column: name })}
                        {...endOfTheRoad(index === columns.length - 1)}
                        onClick={(event) => {
                          swap(index, index + 1);
                          keepFocus(event.currentTarget);
                        }}
                      >
                        <IconArrowDown size={15} />
                      </ActionIcon>
                    </Group>
                  )}
                </Group>
              );
            })}
          </ScrollArea.Autosize>
          <Button
            size="compact-xs"
            variant="subtle"
            mt={4}
            onClick={() => {
              onChange(DEFAULT_COLUMNS);
            }}
          >
            {t('tools.usual')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** A button that can go no further looks so, and keeps the focus: Escape must still reach the menu. */
function endOfTheRoad(isThere: boolean) {
  return isThere ? { 'aria-disabled': true, 'data-disabled': true } : {};
}

/** The row of the button was put elsewhere, and a browser lets go of what is moved. */
function keepFocus(button: HTMLElement): void {
  requestAnimationFrame(() => {
    button.focus();
  });
}
