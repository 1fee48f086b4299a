import { useCallback, useEffect, useRef, useState } from 'react';

import { failureOf } from './errors.ts';

/**
 * What stood in a row when somebody began to change it, so that nothing goes over what a colleague wrote since. Once they
 * were told that something else stands there, the next try is over that.
 *
 * @param isChanged whether something is changed that was not sent yet; always, in a dialog.
 * @returns what runs a change with it.
 */
export function useSeen<Row>(
  row: Row,
  isChanged = true,
): (change: (seen: Row) => Promise<void>) => Promise<void> {
  const [begun, setBegun] = useState<{ readonly row: Row }>();
  if (isChanged !== (begun !== undefined)) setBegun(isChanged ? { row } : undefined);
  const seen = begun === undefined ? row : begun.row;
  const latest = useRef(row);
  useEffect(() => {
    latest.current = row;
  });
  return useCallback(
    async (change) => {
      try {
        await change(seen);
      } catch (error) {
        if (failureOf(error).code === 'CHANGED_MEANWHILE') setBegun({ row: latest.current });
        throw error;
      }
    },
    [seen],
  );
}
