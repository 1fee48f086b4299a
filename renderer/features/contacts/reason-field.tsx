import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { type Day, dayOf } from '#shared/lib/dates.ts';

import { useCodes } from '../../client/codes.ts';
import { ChoiceField } from './choice-field.tsx';

/** What it was about: the reasons that the zone had on the day of the contact. */
export function ReasonField(props: {
  readonly value: string;
  readonly day: Day | '';
  readonly onChange: (reason: string) => void;
  readonly error: ReactNode;
}) {
  const { t } = useTranslation('contacts');
  const codes = useCodes();
  const { day, ...field } = props;
  return (
    <ChoiceField
      {...field}
      label={t('form.reason')}
      values={codes
        .on('contact-reason', day || dayOf(new Date().toISOString()))
        .map(({ code }) => code)}
      textOf={(reason) => codes.name('contact-reason', reason)}
    />
  );
}
