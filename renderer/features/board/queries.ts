import { keepPreviousData, useQuery } from '@tanstack/react-query';

import type { BoardQuestion } from '#shared/contract/board.ts';

import { questionOptions } from '../../client/queries.ts';
import { useWorkbench } from '../../client/workbench.tsx';

/** The board; the one before stays until the next is there, so that nothing jumps. */
export function useBoard(question: BoardQuestion) {
  const client = useWorkbench();
  return useQuery({
    ...questionOptions(client, {
      topics: ['dossiers', 'promises', 'people', 'territory', 'sync'],
      key: ['board.read', question],
      ask: (workbench, signal) => workbench.board.read(question, { signal }),
    }),
    placeholderData: keepPreviousData,
  });
}
