import type { Id } from '#shared/lib/ids.ts';

import type { CentralWrite } from '../store/central-store.ts';
import type { QuarantinedOperation } from '../store/records.ts';
import { concernsErased, type Ending } from './decide.ts';
import type { WorkingRows } from './working-rows.ts';

/** Operations looked at in one go. */
const LOOKED_AT = 500;

/**
 * Ends what was set aside and says something of a row that this transaction has erased, with what waits
 * for it: nobody decides on it any more, its author hears why, and what it said is not kept.
 */
export async function endErased(
  transaction: CentralWrite,
  rows: WorkingRows,
  outcomes: ReadonlyMap<Id, Ending>,
): Promise<void> {
  const ends = new Map(outcomes);
  for (const operation of await allQuarantined(transaction)) {
    const { opId, deviceSeq, base } = operation;
    const asked = { ...operation, dependsOn: base.dependsOn };
    if (!(await concernsErased(asked, { rows, outcomes: ends }))) continue;
    const ending = { outcome: 'rejected', code: 'erased' } as const;
    ends.set(opId, ending);
    transaction.putDecision(operation, {
      opId,
      deviceSeq,
      ...ending,
      field: '',
      conflicts: [],
      note: '',
    });
  }
}

/** What waits, each desk's in the order in which it was made. */
async function allQuarantined(transaction: CentralWrite): Promise<readonly QuarantinedOperation[]> {
  const found: QuarantinedOperation[] = [];
  for (let after: Id | null = null; ;) {
    const page = await transaction.quarantined({ after, limit: LOOKED_AT });
    found.push(...page);
    if (page.length < LOOKED_AT) break;
    after = page.at(-1)?.opId ?? null;
  }
  return found.toSorted((one, other) => one.deviceSeq - other.deviceSeq);
}
