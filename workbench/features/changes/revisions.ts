import type { ChangeTopic } from '#shared/contract/desk.ts';

/** Counts announcements, so that what was worked out from a file knows whether it still holds. */
export interface Revisions {
  note(topics: readonly ChangeTopic[]): void;
  /** How often one of these topics was noted; it only grows. */
  of(topics: readonly ChangeTopic[]): number;
}

export function countRevisions(): Revisions {
  const counts = new Map<ChangeTopic, number>();
  return {
    note(topics) {
      for (const topic of new Set(topics)) counts.set(topic, (counts.get(topic) ?? 0) + 1);
    },
    of: (topics) => topics.reduce((sum, topic) => sum + (counts.get(topic) ?? 0), 0),
  };
}
