import { useCallback, useEffect, useRef, useState } from 'react';

import { failureOf } from './errors.ts';

/**
 * What stood in a row when its form was opened, so that nothing goes over what a colleague wrote since. Once somebody was
 * told that something else stands there, the next try is over that.
 *
 * @returns what runs a change with it.
 */
export function useSeen<Row>(row: Row): (change: (seen: Row) => Promise<void>) => Promise<void> {
  const [seen, setSeen] = useState(row);
  const latest = useRef(row);
  useEffect(() => {
    latest.current = row;
  });
  return useCallback(
    async (change) => {
      try {
        await change(seen);
      } catch (error) {
        if (failureOf(error).code === 'CHANGED_MEANWHILE') setSeen(latest.current);
        throw error;
      }
    },
    [seen],
  );
}
