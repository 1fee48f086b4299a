import {
  Button,
  Checkbox,
  Group,
  Popover,
  ScrollArea,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useFormats } from '../../ui/formats.ts';
import { MENU_POPOVER } from './menu-popover.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** How many contacts have it, where that is known. */
  readonly count?: number;
}

/** From how many choices on a search field helps more than it costs. */
const SEARCHED_FROM = 9;
/** The most choices shown at once. */
const MOST_SHOWN = 60;
/** The height of a choice; what can be seen is a whole number of them. */
const CHOICE_PX = 28;

interface ChoiceMenuProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly onOpen?: () => void;
}

/** One field of a filter: a button that says what is chosen, and opens the choices as check boxes. */
export function ChoiceMenu({ label, choices, chosen, onChange, onOpen }: ChoiceMenuProps) {
  const { t } = useTranslation('views');
  const [opened, setOpened] = useState(false);
  const isChosen = chosen.length > 0;
  const only = choices.find(({ value }) => value === chosen[0])?.label;
  const text = !isChosen
    ? label
    : chosen.length === 1 && only !== undefined
      ? t('filter.one', { field: label, value: only })
      : t('filter.several', { field: label, count: chosen.length });
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      onOpen={() => onOpen?.()}
      {...MENU_POPOVER}
      position="bottom-start"
    >
      <Popover.Target>
        <Button
          size="compact-sm"
          h={30}
          variant={isChosen ? 'light' : 'default'}
          fw={isChosen ? 600 : 450}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={isChosen ? text : t('filter.any', { field: label })}
          onClick={() => {
            setOpened(!opened);
          }}
          maw={260}
        >
          {text}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={label}>
        <Choices label={label} choices={choices} chosen={chosen} onChange={onChange} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Choices({ label, choices, chosen, onChange }: ChoiceMenuProps) {
  const { t } = useTranslation('views');
  const formats = useFormats();
  const [wanted, setWanted] = useState('');
  // What was chosen on opening stands in front; nothing moves under the pointer after that.
  const [front] = useState(chosen);
  const found = useMemo(() => {
    const words = plain(wanted);
    const matching = choices.filter(
      (choice) => front.includes(choice.value) || plain(choice.label).includes(words),
    );
    return [
      ...matching.filter(({ value }) => front.includes(value)),
      ...matching.filter(({ value }) => !front.includes(value)),
    ];
  }, [choices, front, wanted]);
  const shown = found.slice(0, MOST_SHOWN);
  return (
    <Stack gap="xs" w={280}>
      {choices.length >= SEARCHED_FROM && (
        <TextInput
          data-autofocus
          size="xs"
          aria-label={t('filter.search')}
          placeholder={t('filter.search')}
          value={wanted}
          onChange={(event) => {
            setWanted(event.currentTarget.value);
          }}
        />
      )}
      <ScrollArea.Autosize mah={10 * CHOICE_PX} type="auto" offsetScrollbars>
        <Stack gap={0} role="group" aria-label={label} px={2}>
          {shown.map((choice) => (
            <Group key={choice.value} h={CHOICE_PX} justify="space-between" wrap="nowrap" gap="xs">
              <Checkbox
                size="xs"
                label={choice.label}
                checked={chosen.includes(choice.value)}
                onChange={(event) => {
                  const others = chosen.filter((value) => value !== choice.value);
                  onChange(event.currentTarget.checked ? [...others, choice.value] : others);
                }}
              />
              {choice.count !== undefined && (
                <Text size="xs" c="dimmed">
                  {formats.number(choice.count)}
                </Text>
              )}
            </Group>
          ))}
          {shown.length === 0 && (
            <Text size="xs" c="dimmed">
              {t('filter.nothing')}
            </Text>
          )}
        </Stack>
      </ScrollArea.Autosize>
      {found.length > shown.length && (
        <Text size="xs" c="dimmed">
          {t('filter.more', { count: found.length - shown.length })}
        </Text>
      )}
      <Button
        size="compact-xs"
        variant="subtle"
        disabled={chosen.length === 0}
        onClick={() => {
          onChange([]);
        }}
      >
        {t('filter.clearField')}
      </Button>
    </Stack>
  );
}

/** A name as people type it: without accents, in lower case. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();
}
