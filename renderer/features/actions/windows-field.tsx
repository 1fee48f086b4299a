import { ActionIcon, Button, Checkbox, Fieldset, Group, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { TimeWindow } from '#shared/domain/actions/time-window.ts';

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
const SCHOOL_MORNING: TimeWindow = { days: [1, 2, 3, 4, 5], from: 480, to: 540 };

/** Times of the week: days, from when, until when. */
export function WindowsField(props: {
  readonly windows: readonly TimeWindow[];
  readonly onChange: (windows: readonly TimeWindow[]) => void;
}) {
  const { windows, onChange } = props;
  const { t } = useTranslation('actions');
  const put = (at: number, part: Partial<TimeWindow>): void => {
    const next = windows.map((one, index) => (index === at ? { ...one, ...part } : one));
    if (next.every(({ days, from, to }) => days.length > 0 && from !== to)) onChange(next);
  };
  return (
    <Fieldset variant="unstyled" legend={t('windows.title')}>
      <Stack gap="xs">
        {windows.map((window, at) => (
          <Group key={at} gap="xs" wrap="wrap">
            {WEEK.map((day) => (
              <Checkbox
                key={day}
                label={t(`windows.day.d${day}`)}
                checked={window.days.includes(day)}
                onChange={(event) => {
                  const { checked } = event.currentTarget;
                  put(at, {
                    days: WEEK.filter((one) => (one === day ? checked : window.days.includes(one))),
                  });
                }}
              />
            ))}
            <ClockField
              label={t('windows.from', { number: at + 1 })}
              value={window.from}
              onChange={(from) => {
                put(at, { from });
              }}
            />
            <ClockField
              label={t('windows.to', { number: at + 1 })}
              value={window.to}
              onChange={(to) => {
                put(at, { to: to === 0 ? 1_440 : to });
              }}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('windows.remove', { number: at + 1 })}
              onClick={() => {
                onChange(windows.filter((_, index) => index !== at));
              }}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <div>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => {
              onChange([...windows, SCHOOL_MORNING]);
            }}
          >
            {t('windows.add')}
          </Button>
        </div>
      </Stack>
    </Fieldset>
  );
}

function ClockField(props: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (minutes: number) => void;
}) {
  return (
    <TextInput
      type="time"
      size="xs"
      aria-label={props.label}
      value={clockOf(props.value)}
      onChange={(event) => {
        const [hours, minutes] = event.currentTarget.value.split(':').map(Number);
        if (hours !== undefined && minutes !== undefined) props.onChange(hours * 60 + minutes);
      }}
    />
  );
}

/** 480 as 08:00; the end of the day as 00:00. */
function clockOf(minutes: number): string {
  const hours = Math.floor(minutes / 60) % 24;
  return `${String(hours).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
