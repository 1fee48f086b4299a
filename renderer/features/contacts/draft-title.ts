import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import type { ContactDraft } from '#shared/domain/contacts/contact.ts';

import { useCodes } from '../../client/codes.ts';
import { fromDraft } from './quick-log-draft.ts';

const LONGEST = 70;

/** What an unfinished contact is called: its place, its reason, its first words. */
export function useDraftTitle(): (draft: ContactDraft) => string {
  const { t } = useTranslation('contacts');
  const codes = useCodes();
  return useCallback(
    (draft) => {
      const form = fromDraft(draft.form, draft.savedAt);
      const parts = [
        form.placeText.trim(),
        form.reason === '' ? '' : codes.name('contact-reason', form.reason),
        form.summary.trim(),
      ].filter((part) => part !== '');
      const title = parts.join(' · ') || t('draft.untitled');
      return title.length > LONGEST ? `${title.slice(0, LONGEST)}…` : title;
    },
    [codes, t],
  );
}
