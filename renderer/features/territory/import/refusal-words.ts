import { useTranslation } from 'react-i18next';

import type { RefusedRow } from '#shared/contract/territory.ts';

import type { RefusedLine } from '../../../importing/refused-rows.tsx';

/** A refused row with its reason in words. */
export function useRefusalWords(): (row: RefusedRow) => RefusedLine {
  const { t } = useTranslation('territory');
  return (row) => ({ ...row, reason: t(`import.refused.${row.reason}`) });
}
