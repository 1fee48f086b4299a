import { keyOf } from '../../central/store/commit.ts';
import type { MemoryStore } from '../../central/store/memory/memory-store.ts';
import type { TestZone } from '../factories/central-zone.ts';
import { hold } from './broken.ts';
import type { SimulatedDesk } from './simulated-desk.ts';

interface CentreSoFar {
  readonly store: MemoryStore;
  readonly zone: TestZone;
  /** How often it was restored. */
  readonly restored: number;
}

/**
 * What a desk shows as ended has ended like that at the centre; what it shows as set aside may have been decided on since
 * it asked. A centre that was restored knows less: then nothing is asked until the end.
 */
export async function nothingAheadOfTheCentre(
  { store, zone, restored }: CentreSoFar,
  { store: { read } }: SimulatedDesk,
): Promise<void> {
  if (restored > 0) return;
  const { operations, rows, blobs } = store.zoneState(zone.zoneId);
  const ended = await read
    .selectFrom('operation')
    .select(['op_id', 'state'])
    .where('state', 'not in', ['only-here', 'under-way'])
    .execute();
  hold(
    ended.every(({ op_id: id, state }) => {
      const outcome = operations.get(id)?.result.outcome;
      return outcome === state || (outcome !== undefined && state === 'quarantined');
    }),
    'nothing counts as received before the centre has it',
  );
  const sent = await read
    .selectFrom('blob_upload')
    .select(['entity', 'entity_id as id'])
    .where('state', '=', 'received')
    .execute();
  hold(
    sent.every((one) => {
      const row = rows.get(keyOf(one))?.row;
      return row?.state !== 'present' || blobs.get(keyOf(one))?.length === row.fields['size'];
    }),
    'no file counts as received before the centre has its bytes',
  );
}
