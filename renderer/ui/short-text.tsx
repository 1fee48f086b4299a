import { TextInput, type TextInputProps } from '@mantine/core';

import { useTooLong } from './long-text.tsx';

/** A text of one line. One that is too long, such as a pasted one, stays whole and says so. */
export function ShortText({
  value,
  most,
  error,
  onText,
  ...rest
}: Omit<TextInputProps, 'value' | 'onChange' | 'maxLength'> & {
  readonly value: string;
  /** How many characters can be sent; as many as any text where it is left out. */
  readonly most?: number;
  readonly onText: (text: string) => void;
}) {
  const tooLong = useTooLong();
  return (
    <TextInput
      {...rest}
      error={tooLong(value, most) ?? error}
      value={value}
      onChange={(event) => {
        onText(event.currentTarget.value);
      }}
    />
  );
}
