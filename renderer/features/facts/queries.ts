import type {
  FactCursor,
  FactFilter,
  FactImport,
  FactPage,
  FactSource,
  MovedStreet,
  RankedDays,
  SignedWeights,
  SourceYears,
} from '#shared/contract/facts.ts';
import type { Weights } from '#shared/domain/facts/weights.ts';
import type { Day } from '#shared/lib/dates.ts';

import type { Question } from '../../client/queries.ts';

export const sourcesQuestion: Question<FactSource[]> = {
  topics: ['facts'],
  key: ['facts.sources'],
  ask: (client, signal) => client.facts.sources(undefined, { signal }),
};

export const importsQuestion: Question<FactImport[]> = {
  topics: ['facts'],
  key: ['facts.imports'],
  ask: (client, signal) => client.facts.imports(undefined, { signal }),
};

export const weightsQuestion: Question<SignedWeights[]> = {
  topics: ['facts', 'outbox'],
  key: ['facts.weights'],
  ask: (client, signal) => client.facts.weights(undefined, { signal }),
};

export function sourceYearsQuestion(sourceId: string): Question<SourceYears> {
  return {
    topics: ['facts'],
    key: ['facts.sourceYears', sourceId],
    ask: (client, signal) => client.facts.sourceYears({ sourceId }, { signal }),
  };
}

export const ANY_FACT: FactFilter = {
  from: null,
  to: null,
  sourceId: null,
  kind: null,
  origin: null,
  tie: null,
  streetId: null,
};

export function factsQuestion(filter: FactFilter, after: FactCursor | null): Question<FactPage> {
  return {
    topics: ['facts'],
    key: ['facts.list', filter, after],
    ask: (client, signal) => client.facts.list({ filter, after }, { signal }),
  };
}

export const rankedDaysQuestion: Question<RankedDays> = {
  topics: ['facts', 'territory'],
  key: ['facts.rankedDays'],
  ask: (client, signal) => client.facts.rankedDays(undefined, { signal }),
};

export function compareQuestion(input: {
  readonly from: Day;
  readonly to: Day;
  readonly againstId: string | null;
  readonly weights: Weights;
}): Question<MovedStreet[]> {
  return {
    topics: ['facts', 'territory'],
    key: ['facts.compareWeights', input],
    ask: (client, signal) => client.facts.compareWeights(input, { signal }),
  };
}
