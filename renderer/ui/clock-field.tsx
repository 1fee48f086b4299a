import { TextInput, type TextInputProps } from '@mantine/core';

/** A time of the day, in minutes after midnight; nothing is told while it is not written in full. */
export function ClockField({
  value,
  onChange,
  ...rest
}: Omit<TextInputProps, 'type' | 'value' | 'onChange'> & {
  readonly value: number;
  readonly onChange: (minutes: number) => void;
}) {
  return (
    <TextInput
      {...rest}
      type="time"
      value={clockText(value)}
      onChange={(event) => {
        const [hours, minutes] = event.currentTarget.value.split(':').map(Number);
        if (hours !== undefined && minutes !== undefined) onChange(hours * 60 + minutes);
      }}
    />
  );
}

/** 480 as 08:00; past midnight it goes on as clocks do. */
export function clockText(minutes: number): string {
  const hours = Math.floor(minutes / 60) % 24;
  return `${String(hours).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
