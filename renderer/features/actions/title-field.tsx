import { TextInput, type TextInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { LONGEST_TITLE } from '#shared/domain/actions/vocabulary.ts';

import { useTooLong } from '../../ui/long-text.tsx';

/** The title of a dossier or an action. One that is too long, such as a pasted one, stays whole and says so. */
export function TitleField({
  value,
  error,
  onText,
  ...rest
}: Omit<TextInputProps, 'value' | 'onChange' | 'maxLength'> & {
  readonly value: string;
  readonly onText: (title: string) => void;
}) {
  const tooLong = useTooLong();
  return (
    <TextInput
      {...rest}
      error={tooLong(value, LONGEST_TITLE) ?? error}
      value={value}
      onChange={(event) => {
        onText(event.currentTarget.value);
      }}
    />
  );
}

/** What keeps a form from being sent because of its title; undefined where nothing does. */
export function useTitleProblem(missing: string): (title: string) => string | undefined {
  const { t } = useTranslation();
  return (title) => {
    if (title.trim() === '') return missing;
    return title.length > LONGEST_TITLE ? t('tooLongForm') : undefined;
  };
}
