import type { RefusalReason } from '#shared/contract/territory.ts';

const LONGEST_SHOWN = 80;

/** Why one row is refused. Thrown while a row is read and caught where its reading began. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly reason: RefusalReason;
  /** The property or column at fault, or empty. */
  readonly field: string;
  /** The offending value, shortened. */
  readonly value: string;

  constructor(reason: RefusalReason, field = '', value = '') {
    super(reason);
    this.reason = reason;
    this.field = field;
    this.value = value.slice(0, LONGEST_SHOWN);
  }
}
