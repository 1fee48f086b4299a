import type { Id } from '#shared/lib/ids.ts';

/** Which row of the zone it is. */
export interface RowKey {
  readonly entity: string;
  readonly id: Id;
}
