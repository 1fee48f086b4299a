import { keyOf } from '../../central/store/commit.ts';
import { hold } from './broken.ts';
import type { Member, World } from './world.ts';

/**
 * What a desk shows as ended has ended like that at the centre. A centre that was restored knows less: then
 * nothing is asked until the end.
 */
export async function nothingAheadOfTheCentre(
  { store, zone, restored }: World,
  { store: { read } }: Member['desk'],
): Promise<void> {
  if (restored > 0) return;
  const { operations, rows, blobs } = store.zoneState(zone.zoneId);
  const ended = await read
    .selectFrom('operation')
    .select(['op_id', 'state'])
    .where('state', 'not in', ['only-here', 'under-way'])
    .execute();
  hold(
    ended.every(({ op_id: id, state }) => operations.get(id)?.result.outcome === state),
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
