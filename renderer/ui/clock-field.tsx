import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { clockFromText, clockText } from './wall-clock.ts';

/**
 * A time of the day, in minutes after midnight, by a clock of 24 hours in whatever language the browser speaks. It is
 * told once it is written in full, or is left or sent in short; text that is no time gives way to the time that stands.
 */
export function ClockField({
  value,
  onChange,
  ...rest
}: Omit<TextInputProps, 'type' | 'value' | 'onChange' | 'onBlur' | 'onKeyDown' | 'error'> & {
  readonly value: number;
  readonly onChange: (minutes: number) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string>();
  const [isUnread, setUnread] = useState(false);
  const leave = (): void => {
    const minutes = clockFromText(typed ?? '');
    if (minutes !== undefined && minutes !== value) onChange(minutes);
    setTyped(undefined);
    setUnread(false);
  };
  return (
    <TextInput
      {...rest}
      inputMode="numeric"
      autoComplete="off"
      placeholder={t('clockPlaceholder')}
      value={typed ?? clockText(value)}
      error={isUnread ? t('clockUnknown') : undefined}
      onChange={(event) => {
        const text = event.currentTarget.value;
        const minutes = text.length === FULL ? clockFromText(text) : undefined;
        setTyped(text);
        setUnread(false);
        if (minutes !== undefined) onChange(minutes);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || typed === undefined) return;
        if (clockFromText(typed) !== undefined) return leave();
        event.preventDefault();
        setUnread(true);
      }}
      onBlur={leave}
    />
  );
}

/** Characters of 08:00. */
const FULL = 5;
