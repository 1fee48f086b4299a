import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';

import { LONGEST_TITLE } from '#shared/domain/actions/vocabulary.ts';

import { ShortText } from '../../ui/short-text.tsx';

/** The title of a dossier or an action. */
export function TitleField(props: Omit<ComponentProps<typeof ShortText>, 'most'>) {
  return <ShortText {...props} most={LONGEST_TITLE} />;
}

/** What keeps a form from being sent because of its title; undefined where nothing does. */
export function useTitleProblem(missing: string): (title: string) => string | undefined {
  const { t } = useTranslation();
  return (title) => {
    if (title.trim() === '') return missing;
    return title.length > LONGEST_TITLE ? t('tooLongForm') : undefined;
  };
}
