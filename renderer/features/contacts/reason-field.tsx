import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { CONTACT_REASONS, type ContactReason } from '#shared/domain/contacts/code-lists.ts';

import { ChoiceField } from './choice-field.tsx';

/** What it was about. */
export function ReasonField(props: {
  readonly value: ContactReason | '';
  readonly onChange: (reason: ContactReason) => void;
  readonly error: ReactNode;
}) {
  const { t } = useTranslation('contacts');
  return (
    <ChoiceField
      {...props}
      label={t('form.reason')}
      values={CONTACT_REASONS}
      textOf={(reason) => t(`reason.${reason}`)}
    />
  );
}
