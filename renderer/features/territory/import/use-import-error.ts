import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import { IMPORT_FIELDS } from '#shared/contract/territory.ts';

import { failureOf } from '../../../client/errors.ts';
import { useUnusableText } from '../../../importing/use-unusable-text.ts';

/** What went wrong in words, with the column that is missing by its name. */
export function useImportError(): (error: unknown) => string {
  const { t } = useTranslation('territory');
  const unusableText = useUnusableText();
  return useCallback(
    (error) => {
      const { code, data } = failureOf(error);
      const field = IMPORT_FIELDS.find((each) => data.field === `mapping.${each}`);
      if (code !== 'INVALID_FIELD' || field === undefined) return unusableText(error);
      return t('import.wizard.neededMissing', { fields: t(`import.field.${field}`) });
    },
    [t, unusableText],
  );
}
