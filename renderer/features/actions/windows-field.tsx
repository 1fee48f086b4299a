import { ActionIcon, Button, Checkbox, Fieldset, Group, Input, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import {
  beginningAt,
  endingAt,
  lengthOf,
  type TimeWindow,
} from '#shared/domain/actions/time-window.ts';

import { ClockField } from '../../ui/clock-field.tsx';
import { useFormats } from '../../ui/formats.ts';
import { clockText } from '../../ui/wall-clock.ts';

/** That a time goes on after midnight, and how long it lasts: it may have been meant the other way round. */
function NextDay(props: { readonly window: TimeWindow }) {
  const { t } = useTranslation('actions');
  const formats = useFormats();
  const hours = Math.round(lengthOf(props.window) / 6) / 10;
  return (
    <Text size="xs" c="dimmed" role="status">
      {t('windows.nextDay', {
        to: clockText(props.window.to),
        count: hours,
        hours: formats.number(hours),
      })}
    </Text>
  );
}

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
const SCHOOL_MORNING: TimeWindow = { days: [1, 2, 3, 4, 5], from: 480, to: 540 };

/** Times of the week: days, from when, until when. */
export function WindowsField(props: {
  readonly windows: readonly TimeWindow[];
  /** What is wrong with them, in words. */
  readonly error?: string | undefined;
  readonly onChange: (windows: readonly TimeWindow[]) => void;
}) {
  const { windows, onChange } = props;
  const { t } = useTranslation('actions');
  const { t: week } = useTranslation('common');
  const put = (at: number, window: TimeWindow): void => {
    // A time is taken away by its own button, not by its last day.
    if (window.days.length > 0) onChange(windows.with(at, window));
  };
  return (
    <Fieldset variant="unstyled" legend={t('windows.title')}>
      <Stack gap="sm">
        {props.error !== undefined && <Input.Error>{props.error}</Input.Error>}
        {windows.map((window, at) => (
          <Stack key={at} gap={6}>
            <Group gap="md">
              {WEEK.map((day) => (
                <Checkbox
                  key={day}
                  label={week(`week.day.d${day}`)}
                  checked={window.days.includes(day)}
                  onChange={(event) => {
                    const { checked } = event.currentTarget;
                    const days = WEEK.filter((one) =>
                      one === day ? checked : window.days.includes(one),
                    );
                    put(at, { ...window, days });
                  }}
                />
              ))}
            </Group>
            <Group gap="xs" wrap="nowrap">
              <ClockField
                size="xs"
                aria-label={t('windows.from', { number: at + 1 })}
                value={window.from}
                onChange={(from) => {
                  put(at, beginningAt(window, from));
                }}
              />
              <span aria-hidden>–</span>
              <ClockField
                size="xs"
                aria-label={t('windows.to', { number: at + 1 })}
                value={window.to}
                onChange={(to) => {
                  put(at, endingAt(window, to));
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
            {window.to < window.from && <NextDay window={window} />}
          </Stack>
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
