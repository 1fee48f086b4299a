import { DateInput, type DateInputProps } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type Day, dayOf } from '#shared/lib/dates.ts';

import { dayFromText } from './wall-clock.ts';

export interface DayFieldProps extends Omit<
  DateInputProps,
  'value' | 'onChange' | 'onInput' | 'onBlur' | 'valueFormat' | 'dateParser' | 'fixOnBlur'
> {
  readonly value: Day | '';
  readonly onChange: (day: Day | '') => void;
}

/**
 * A day, typed as 22/11/2026 or picked in a calendar; empty text is no day. Text that is no day stays
 * and is said to be none, and the form has no day meanwhile: the one before is not what was meant.
 */
export function DayField({ value, onChange, error, ...props }: DayFieldProps) {
  const { t } = useTranslation();
  const [unread, setUnread] = useState<'none' | 'typing' | 'left'>('none');
  const [isOpen, setOpen] = useState(false);
  // A day that came from elsewhere meanwhile has taken the place of the text.
  const isUnread = unread !== 'none' && value === '';
  return (
    <DateInput
      {...props}
      value={value === '' ? null : value}
      onChange={(day) => {
        setUnread('none');
        onChange(day ?? '');
      }}
      onInput={(event) => {
        const text = event.currentTarget.value;
        const isDay = text.trim() === '' || readDay(text) !== null;
        setUnread(isDay ? 'none' : 'typing');
        if (!isDay && value !== '') onChange('');
      }}
      onBlur={() => {
        if (isUnread) setUnread('left');
      }}
      error={isUnread && unread === 'left' ? t('dayUnknown') : error}
      fixOnBlur={!isUnread}
      valueFormat="DD/MM/YYYY"
      dateParser={readDay}
      placeholder={t('dayPlaceholder')}
      leftSection={<IconCalendar size={16} aria-hidden />}
      leftSectionPointerEvents="none"
      previousLabel={t('previousMonth')}
      nextLabel={t('nextMonth')}
      popoverProps={{
        onOpen: () => {
          setOpen(true);
        },
        onClose: () => {
          setOpen(false);
        },
      }}
      // The first Escape closes the calendar, not the dialog that the field stands in.
      data-mantine-stop-propagation={isOpen || undefined}
      allowDeselect
    />
  );
}

function readDay(text: string): Day | null {
  return dayFromText(text, dayOf(new Date().toISOString()));
}
