import { useTranslation } from 'react-i18next';

import type { RefusedFactRow } from '#shared/contract/facts.ts';
import { daySchema, instantSchema } from '#shared/lib/dates.ts';

import type { RefusedLine } from '../../../importing/refused-rows.tsx';
import { type Formats, useFormats } from '../../../ui/formats.ts';

/** A row that was left out, with its reason in words. */
export function useRefusalWords(): (row: RefusedFactRow) => RefusedLine {
  const { t } = useTranslation('facts');
  const formats = useFormats();
  return ({ row, reason, column, value }) => ({
    row,
    reason: t(`import.refused.${reason}`),
    field: column,
    value: reason === 'in-the-future' ? timeInWords(value, formats) : value,
  });
}

/** A time as it was read, by the clocks and in the way of writing of who reads it; anything else as it stands. */
function timeInWords(value: string, formats: Formats): string {
  if (instantSchema.safeParse(value).success) return formats.moment(value);
  return daySchema.safeParse(value).success ? formats.day(value) : value;
}
