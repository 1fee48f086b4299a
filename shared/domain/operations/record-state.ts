/** Where a record stands on its way to the centre. */
export const RECORD_STATES = [
  'only-here',
  'under-way',
  'received',
  'needs-choice',
  'quarantine',
] as const;
export type RecordState = (typeof RECORD_STATES)[number];

export const OPERATION_STATES = [
  'only-here',
  'under-way',
  'accepted',
  'merged',
  'rejected',
  'quarantined',
] as const;
export type OperationState = (typeof OPERATION_STATES)[number];

/** Where one operation of a record stands. */
export interface OperationStanding {
  readonly state: OperationState;
  /** The operation that made the record. */
  readonly makesRecord: boolean;
  /** The officer is asked about it, and has not answered. */
  readonly isOpen: boolean;
}

/**
 * The state of a record out of those of this desk's operations on it, the one that asks most first. A
 * record without any came from the centre. One that the centre did not take is never called received,
 * also after the officer has seen why.
 */
export function recordStateOf(operations: readonly OperationStanding[]): RecordState {
  const some = (wanted: (operation: OperationStanding) => boolean) => operations.some(wanted);
  if (some(({ isOpen, state }) => isOpen && state !== 'quarantined')) return 'needs-choice';
  if (some(({ makesRecord, state }) => makesRecord && state === 'rejected')) return 'needs-choice';
  if (some(({ isOpen, makesRecord, state }) => (isOpen || makesRecord) && state === 'quarantined'))
    return 'quarantine';
  if (some(({ state }) => state === 'only-here')) return 'only-here';
  if (some(({ state }) => state === 'under-way')) return 'under-way';
  return 'received';
}
