import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

export interface Counted {
  readonly operations: number;
  readonly files: number;
}

/** What a parcel holds, in words. */
export function useWhat(): (counted: Counted) => string {
  const { t } = useTranslation('parcels');
  return useCallback(
    ({ operations, files }) =>
      [
        ...(operations > 0 ? [t('operations', { count: operations })] : []),
        ...(files > 0 ? [t('files', { count: files })] : []),
      ].join(', '),
    [t],
  );
}
