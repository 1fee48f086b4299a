import { useInfiniteQuery } from '@tanstack/react-query';

import type {
  Arrival,
  AttentionPage,
  OperationFilter,
  OperationsPage,
  RecordStandingAnswer,
  RightsChange,
} from '#shared/contract/sync-lines.ts';
import type { Entity } from '#shared/domain/operations/operation.ts';
import type { Id } from '#shared/lib/ids.ts';

import { pagedQuestionOptions, type Question, useQuestion } from '../../client/queries.ts';
import { useWorkbench } from '../../client/workbench.tsx';

const PAGE = 30;

export function useOperations(filter: OperationFilter) {
  const client = useWorkbench();
  return useInfiniteQuery(
    pagedQuestionOptions<OperationsPage>(client, {
      topics: ['outbox', 'sync'],
      key: ['sync.operations', filter],
      ask: (asked, cursor, signal) =>
        asked.sync.operations({ filter, cursor, limit: PAGE }, { signal }),
    }),
  );
}

export function useAttention(settled: boolean) {
  const client = useWorkbench();
  return useInfiniteQuery(
    pagedQuestionOptions<AttentionPage>(client, {
      topics: ['outbox', 'sync'],
      key: ['sync.attention', settled],
      ask: (asked, cursor, signal) =>
        asked.sync.attention({ settled, cursor, limit: settled ? 10 : PAGE }, { signal }),
    }),
  );
}

export function useArrivals() {
  return useQuestion(arrivalsQuestion);
}
const arrivalsQuestion: Question<Arrival[]> = {
  topics: ['sync'],
  key: ['sync.arrivals'],
  ask: (client, signal) => client.sync.arrivals(undefined, { signal }),
};

export function useRightsChanges() {
  return useQuestion(rightsQuestion);
}
const rightsQuestion: Question<RightsChange[]> = {
  topics: ['sync', 'outbox'],
  key: ['sync.rightsChanges'],
  ask: (client, signal) => client.sync.rightsChanges(undefined, { signal }),
};

/** Where one record stands; undefined until it is known. */
export function useRecordStanding(entity: Entity, id: Id): RecordStandingAnswer | undefined {
  const { data } = useQuestion<RecordStandingAnswer[]>({
    topics: ['outbox', 'sync'],
    key: ['sync.recordStates', entity, id],
    ask: (client, signal) => client.sync.recordStates({ entity, ids: [id] }, { signal }),
  });
  return data && (data[0] ?? { id, state: 'received', receipt: '' });
}
