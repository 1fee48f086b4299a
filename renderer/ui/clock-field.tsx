import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { clockFromText, clockText } from './wall-clock.ts';

/**
 * A time of the day, in minutes after midnight, by a clock of 24 hours in whatever language the browser speaks. It is
 * told once it is written in full, or is left or sent in short. Text that is no time stays, is said to be none, and makes
 * the field invalid for its form: the time before is not what was meant.
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
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: number }>();
  const [wasLeft, setLeft] = useState(false);
  // A time that came from elsewhere meanwhile has taken the place of the text.
  const text = typed?.over === value ? typed.text : undefined;
  const problem =
    wasLeft && text !== undefined && clockFromText(text) === undefined
      ? t('clockUnknown')
      : undefined;
  useEffect(() => {
    input.current?.setCustomValidity(problem ?? '');
  }, [problem]);
  const leave = (): void => {
    setLeft(true);
    const minutes = clockFromText(text ?? '');
    if (minutes === undefined) return;
    if (minutes !== value) onChange(minutes);
    setTyped(undefined);
  };
  return (
    <TextInput
      {...rest}
      ref={input}
      inputMode="numeric"
      autoComplete="off"
      placeholder={t('clockPlaceholder')}
      value={text ?? clockText(value)}
      error={problem}
      onChange={(event) => {
        const next = event.currentTarget.value;
        const minutes = next.length === FULL ? clockFromText(next) : undefined;
        setTyped({ text: next, over: minutes ?? value });
        setLeft(false);
        if (minutes !== undefined) onChange(minutes);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || text === undefined) return;
        leave();
        if (clockFromText(text) === undefined) event.preventDefault();
      }}
      onBlur={leave}
    />
  );
}

/** Characters of 08:00. */
const FULL = 5;
