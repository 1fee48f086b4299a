import { Textarea, type TextareaProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { LONGEST_TEXT } from '#shared/domain/contacts/contact.ts';

import { useFormats } from './formats.ts';

/** Says of a text that is longer than can be sent how long it is; undefined for any other. */
export function useTooLong(): (text: string, most?: number) => string | undefined {
  const { t } = useTranslation();
  const formats = useFormats();
  return (text, most = LONGEST_TEXT) =>
    text.length > most
      ? t('tooLong', {
          length: formats.number(text.length),
          most: formats.number(most),
        })
      : undefined;
}

/** A text of some lines. One that is too long, such as a pasted one, stays whole and says so. */
export function LongText({
  value,
  most,
  error,
  onText,
  ...rest
}: Omit<TextareaProps, 'value' | 'onChange' | 'maxLength'> & {
  readonly value: string;
  /** How many characters can be sent; as many as any text where it is left out. */
  readonly most?: number;
  readonly onText: (text: string) => void;
}) {
  const tooLong = useTooLong();
  return (
    <Textarea
      autosize
      minRows={2}
      {...rest}
      error={tooLong(value, most) ?? error}
      value={value}
      onChange={(event) => {
        onText(event.currentTarget.value);
      }}
    />
  );
}
