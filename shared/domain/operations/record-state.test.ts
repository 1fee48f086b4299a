import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { OPERATION_STATES, type OperationStanding, recordStateOf } from './record-state.ts';

const standing = fc.record<OperationStanding>({
  state: fc.constantFrom(...OPERATION_STATES),
  makesRecord: fc.boolean(),
  isOpen: fc.boolean(),
});
const history = fc.array(standing, { maxLength: 6 });

describe('the state of a record', () => {
  it('is received without operations of this desk', () => {
    expect(recordStateOf([])).toBe('received');
  });

  it('is received only when the centre has everything and nobody is asked', () => {
    fc.assert(
      fc.property(history, (operations) => {
        const isReceived = operations.every(
          ({ state, makesRecord, isOpen }) =>
            !isOpen &&
            state !== 'only-here' &&
            state !== 'under-way' &&
            !(makesRecord && (state === 'rejected' || state === 'quarantined')),
        );
        expect(recordStateOf(operations) === 'received').toBe(isReceived);
      }),
    );
  });

  it('does not depend on the order of the operations', () => {
    fc.assert(
      fc.property(history, (operations) => {
        expect(recordStateOf(operations.toReversed())).toBe(recordStateOf(operations));
      }),
    );
  });

  it('never asks less when one more operation asks', () => {
    fc.assert(
      fc.property(history, (operations) => {
        const asked = { state: 'merged', makesRecord: false, isOpen: true } as const;
        expect(recordStateOf([...operations, asked])).toBe('needs-choice');
      }),
    );
  });
});
