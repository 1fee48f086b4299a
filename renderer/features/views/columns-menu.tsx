import { Button, Checkbox, Group, Popover, ScrollArea, Stack } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import {
  type ColumnWidths,
  CONTACT_COLUMNS,
  type ContactColumn,
  DEFAULT_COLUMNS,
} from '#shared/domain/contacts/contact-view.ts';

import { ColumnSteps } from './column-steps.tsx';
import { MENU_POPOVER } from './menu-popover.ts';

/** The height of a column in the menu; what can be seen is a whole number of them. */
const CHOICE_PX = 28;

/** From where a column that is not on the screen is made wider or narrower, rem. */
const USUAL_REM = 10;

/** Which columns the list shows in which order and how wide: those shown first, in their order, then the rest. */
export function ColumnsMenu(props: {
  readonly columns: readonly ContactColumn[];
  readonly widths: ColumnWidths;
  /** How wide a column stands on the screen, rem; undefined when it does not. */
  readonly widthOnScreen: (column: ContactColumn) => number | undefined;
  readonly onChange: (columns: readonly ContactColumn[], widths: ColumnWidths) => void;
}) {
  const { columns, widths, onChange } = props;
  const { t } = useTranslation('views');
  const [opened, setOpened] = useState(false);
  const others = CONTACT_COLUMNS.filter((column) => !columns.includes(column));
  const swap = (index: number, other: number): void => {
    const moved = [...columns];
    const [one, two] = [moved[index], moved[other]];
    if (one === undefined || two === undefined) return;
    moved[index] = two;
    moved[other] = one;
    onChange(moved, widths);
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
        <Stack gap={0} w={330}>
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
                        widths,
                      );
                    }}
                  />
                  {isShown && (
                    <Group gap={2} wrap="nowrap">
                      <ColumnSteps
                        column={column}
                        isFirst={index === 0}
                        isLast={index === columns.length - 1}
                        width={() => widths[column] ?? props.widthOnScreen(column) ?? USUAL_REM}
                        onMove={(by) => {
                          swap(index, index + by);
                        }}
                        onWidth={(width) => {
                          onChange(columns, { ...widths, [column]: width });
                        }}
                      />
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
              onChange(DEFAULT_COLUMNS, {});
            }}
          >
            {t('tools.usual')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
