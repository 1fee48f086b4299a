import { useCallback } from 'react';

import type { WorkbenchClient } from '#shared/contract/contract.ts';
import type { RefusedRow } from '#shared/contract/territory.ts';

import { useQuestion } from '../../../client/queries.ts';
import { useWorkbench } from '../../../client/workbench.tsx';

/** The first refused rows of an import, and a way to all of them. */
export function useReport(importId: string) {
  const client = useWorkbench();
  const first = useQuestion({
    topics: ['territory'],
    key: ['territory.importReport', importId],
    ask: (workbench, signal) =>
      workbench.territory.importReport({ importId, offset: 0 }, { signal }),
  });
  const fetchAll = useCallback(() => allRefused(client, importId), [client, importId]);
  return { first, fetchAll };
}

async function allRefused(
  client: WorkbenchClient,
  importId: string,
): Promise<readonly RefusedRow[]> {
  const all: RefusedRow[] = [];
  for (;;) {
    const { refused, total } = await client.territory.importReport({
      importId,
      offset: all.length,
    });
    all.push(...refused);
    if (refused.length === 0 || all.length >= total) return all;
  }
}
