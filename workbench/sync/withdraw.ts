import { WITHDRAWN_COMMAND } from '#shared/domain/operations/apply-operation.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { Tables } from './tables/entity-table.ts';

/** What stands in the place of an operation whose row may no longer be seen here. */
export const WITHDRAWN = JSON.stringify({
  kind: 'command',
  name: WITHDRAWN_COMMAND,
  arguments: {},
});

/** Takes away what an operation said, and what the desk knew when it was made; that it was made stays. */
export async function withdraw(tables: Tables, opId: Id): Promise<void> {
  await tables
    .updateTable('operation')
    .set({ change: WITHDRAWN })
    .where('op_id', '=', opId)
    .execute();
  await tables
    .updateTable('operation_base')
    .set({ fields: '{}' })
    .where('op_id', '=', opId)
    .execute();
}
