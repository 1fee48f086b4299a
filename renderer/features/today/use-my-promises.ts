import { useMemo } from 'react';

import { concernOf } from '#shared/domain/promises/agenda.ts';
import type { KeptPromise } from '#shared/domain/promises/promise.ts';

import { useDeskState } from '../../client/desk-state.ts';
import { useNeighbourhoods } from '../../client/neighbourhoods.ts';

/** Of these, the promises this officer keeps and those of the neighbourhoods they answer for. */
export function useMyPromises(
  open: readonly KeptPromise[] | undefined,
): readonly KeptPromise[] | undefined {
  const officerId = useDeskState().data?.officer?.id ?? '';
  const neighbourhoods = useNeighbourhoods().data;
  return useMemo(() => {
    if (!open || !neighbourhoods) return undefined;
    const mine = neighbourhoods.filter(({ officers }) =>
      officers.some((officer) => officer.officerId === officerId),
    );
    const ids = new Set(mine.map(({ id }) => id));
    return open.filter((promise) => concernOf(promise, officerId, ids) !== undefined);
  }, [open, neighbourhoods, officerId]);
}
