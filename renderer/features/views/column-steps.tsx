import { ActionIcon } from '@mantine/core';
import {
  IconArrowBarLeft,
  IconArrowBarRight,
  IconArrowDown,
  IconArrowUp,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import {
  type ContactColumn,
  NARROWEST_COLUMN,
  WIDEST_COLUMN,
} from '#shared/domain/contacts/contact-view.ts';

/** How much wider or narrower one press makes a column, rem. */
const STEP = 1;

/** What one column of the menu can be made to do: another place, another width. */
export function ColumnSteps(props: {
  readonly column: ContactColumn;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** In rem, as it is when a button is pressed. */
  readonly width: () => number;
  readonly onMove: (by: -1 | 1) => void;
  readonly onWidth: (width: number) => void;
}) {
  const { width, onMove, onWidth } = props;
  const { t } = useTranslation('views');
  const name = { column: t(`column.${props.column}`) };
  return (
    <>
      <Step
        label={t('tools.narrower', name)}
        icon={IconArrowBarLeft}
        onPress={() => {
          onWidth(Math.max(NARROWEST_COLUMN, width() - STEP));
        }}
      />
      <Step
        label={t('tools.wider', name)}
        icon={IconArrowBarRight}
        onPress={() => {
          onWidth(Math.min(WIDEST_COLUMN, width() + STEP));
        }}
      />
      <Step
        label={t('tools.up', name)}
        icon={IconArrowUp}
        isEnd={props.isFirst}
        onPress={() => {
          onMove(-1);
        }}
      />
      <Step
        label={t('tools.down', name)}
        icon={IconArrowDown}
        isEnd={props.isLast}
        onPress={() => {
          onMove(1);
        }}
      />
    </>
  );
}

/** A button that can go no further looks so, and keeps the focus: Escape must still reach the menu. */
function Step(props: {
  readonly label: string;
  readonly icon: TablerIcon;
  readonly isEnd?: boolean;
  readonly onPress: () => void;
}) {
  const Icon = props.icon;
  return (
    <ActionIcon
      size={24}
      variant="subtle"
      color="gray"
      aria-label={props.label}
      title={props.label}
      {...(props.isEnd ? { 'aria-disabled': true, 'data-disabled': true } : {})}
      onClick={(event) => {
        if (!props.isEnd) props.onPress();
        keepFocus(event.currentTarget);
      }}
    >
      <Icon size={15} />
    </ActionIcon>
  );
}

/** The row of the button was put elsewhere, and a browser lets go of what is moved. */
function keepFocus(button: HTMLElement): void {
  requestAnimationFrame(() => {
    button.focus();
  });
}
