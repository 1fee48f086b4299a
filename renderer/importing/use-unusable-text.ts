import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import { UNUSABLE_REASONS, type UnusableReason } from '#shared/contract/territory.ts';

import { useErrorText } from '../client/error-text.ts';
import { failureOf } from '../client/errors.ts';
import { useFormats } from '../ui/formats.ts';

function isUnusable(reason: string): reason is UnusableReason {
  return UNUSABLE_REASONS.some((known) => known === reason);
}

/** Like useErrorText, with the reason a file was refused for in plain words. */
export function useUnusableText(): (error: unknown) => string {
  const { t } = useTranslation('importing');
  const errorText = useErrorText();
  const formats = useFormats();
  return useCallback(
    (error) => {
      const { code, data } = failureOf(error);
      if (code !== 'IMPORT_UNUSABLE') return errorText(error);
      const reason = String(data.reason);
      const detail =
        reason === 'too-many-rows' ? formats.number(Number(data.detail)) : String(data.detail);
      return isUnusable(reason)
        ? t(`unusable.${reason}`, { detail })
        : t('unusable.other', { reason });
    },
    [t, errorText, formats],
  );
}
