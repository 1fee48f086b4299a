import { weightsSchema, type WeightsVersion } from '#shared/domain/facts/weights.ts';

import type { ReadHandle, WriteHandle } from '../handles.ts';

export interface SignedWeights extends WeightsVersion {
  readonly setByName: string;
}

/** Every version, the one that begins last first. */
export async function listFactWeights(read: ReadHandle): Promise<readonly SignedWeights[]> {
  const rows = await read
    .selectFrom('fact_weights')
    .innerJoin('officer', 'officer.id', 'fact_weights.set_by')
    .select([
      'fact_weights.id',
      'set_at as setAt',
      'set_by as setById',
      'officer.display_name as setByName',
      'valid_from as validFrom',
      'note',
      'weights',
    ])
    .orderBy('valid_from', 'desc')
    .orderBy('set_at', 'desc')
    .orderBy('fact_weights.id', 'desc')
    .execute();
  return rows.map(({ weights, ...row }) => ({
    ...row,
    weights: weightsSchema.parse(JSON.parse(weights)),
  }));
}

/** Adds a version; one that is here already only gets its version at the centre. */
export async function insertFactWeights(
  { tables }: Pick<WriteHandle, 'tables'>,
  set: WeightsVersion,
  version: number,
): Promise<void> {
  await tables
    .insertInto('fact_weights')
    .values({
      id: set.id,
      set_at: set.setAt,
      set_by: set.setById,
      valid_from: set.validFrom,
      note: set.note,
      weights: JSON.stringify(set.weights),
      version,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ version }))
    .execute();
}
