import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

import { type Code, type CodeFields, codeFieldsSchema } from '#shared/domain/codes/code.ts';

import { refresh } from '../../client/queries.ts';
import { useUndoNotice } from '../../client/undo-notice.tsx';
import { useWorkbench } from '../../client/workbench.tsx';

/** What can be changed of a code, as it stands now. */
export function fieldsOf(code: Code): CodeFields {
  return codeFieldsSchema.parse(code);
}

export interface CodeChange {
  readonly code: Code;
  readonly fields: Partial<CodeFields>;
}

/** Changes codes and says so, with a way back. Rejects when the first change is refused. */
export function useChangeCodes(): (
  changes: readonly CodeChange[],
  message: string,
) => Promise<void> {
  const client = useWorkbench();
  const queries = useQueryClient();
  const offerUndo = useUndoNotice();
  return useCallback(
    async (changes, message) => {
      const apply = async (undo: boolean): Promise<void> => {
        try {
          for (const { code, fields } of changes) {
            const before = fieldsOf(code);
            await client.codes.change({
              id: code.id,
              fields: undo ? before : { ...before, ...fields },
            });
          }
        } finally {
          await refresh(queries, ['codes']);
        }
      };
      await apply(false);
      const id = `code-${changes[0]?.code.id ?? ''}`;
      offerUndo({ id, message, undo: () => apply(true) });
    },
    [client, offerUndo, queries],
  );
}
