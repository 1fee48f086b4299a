import type { Kysely } from 'kysely';
import { sql } from 'kysely';

import type { Id } from '#shared/lib/ids.ts';
import type { Seq } from '#shared/protocol/basics.ts';

/**
 * Gives a committing transaction its place in the zone's order. Whatever stands behind it must keep one
 * promise: whoever can see a commit can see all with a lower number.
 */
export interface SyncClock {
  next(transaction: Kysely<never>, zoneId: Id): Promise<Seq>;
}

/**
 * One row per zone, updated as the last thing before the rows are stored: its lock makes transactions
 * commit in the order of their numbers. A sequence would not: a number is taken, and another transaction
 * with a higher one commits first.
 */
export const counterRow: SyncClock = {
  async next(transaction, zoneId) {
    const { rows } = await sql<{ seq: number }>`
      update zone_clock set seq = seq + 1 where zone = ${zoneId} returning seq`.execute(
      transaction,
    );
    const seq = rows[0]?.seq;
    if (seq === undefined) throw new Error('no such zone');
    return seq;
  },
};
