import { Text } from '@mantine/core';
import { type FocusEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type Dossier, isReviewLate } from '#shared/domain/actions/dossier.ts';
import { type Day, dayOf } from '#shared/lib/dates.ts';

import { DayField } from '../../ui/day-field.tsx';
import { useFormats } from '../../ui/formats.ts';

/** The day by which the assessment of a dossier is looked at again; kept when the field is left. */
export function ReviewDay(props: {
  readonly dossier: Pick<Dossier, 'reviewOn' | 'state'>;
  readonly onChange: (reviewOn: Day | null) => void;
}) {
  const { dossier, onChange } = props;
  const { t } = useTranslation('actions');
  const formats = useFormats();
  const [draft, setDraft] = useState<Day | ''>();
  const keep = ({ target }: FocusEvent<HTMLElement>) => {
    if (draft === undefined || !(target instanceof HTMLInputElement)) return;
    // Text that is no day stays in the field, and takes the place of nothing.
    if (draft === '' && target.value.trim() !== '') return;
    const reviewOn = draft === '' ? null : draft;
    if (reviewOn !== dossier.reviewOn) onChange(reviewOn);
    setDraft(undefined);
  };
  const isLate = isReviewLate(dossier, dayOf(new Date().toISOString()));
  return (
    <div onBlur={keep}>
      <DayField
        label={t('reviewDay.label')}
        description={t('reviewDay.hint')}
        maw={320}
        value={draft ?? dossier.reviewOn ?? ''}
        onChange={setDraft}
      />
      {isLate && dossier.reviewOn !== null && (
        <Text size="sm" fw={500} mt={4}>
          {t('reviewDay.late', { day: formats.day(dossier.reviewOn) })}
        </Text>
      )}
    </div>
  );
}
