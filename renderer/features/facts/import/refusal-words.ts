import { useTranslation } from 'react-i18next';

import type { RefusedFactRow } from '#shared/contract/facts.ts';

import type { RefusedLine } from '../../../importing/refused-rows.tsx';

/** A row that was left out, with its reason in words. */
export function useRefusalWords(): (row: RefusedFactRow) => RefusedLine {
  const { t } = useTranslation('facts');
  return ({ row, reason, column, value }) => ({
    row,
    reason: t(`import.refused.${reason}`),
    field: column,
    value,
  });
}
