import { weightsSchema, type WeightsVersion } from '#shared/domain/facts/weights.ts';

import type { ReadHandle, WriteHandle } from '../handles.ts';

export interface SignedWeights extends WeightsVersion {
  readonly setByName: string;
  /** The centre did not take it from this desk: it holds for nobody. */
  readonly isSetAside: boolean;
}

/** Every version, the one that begins last first. */
export async function listFactWeights(read: ReadHandle): Promise<readonly SignedWeights[]> {
  const rows = await read
    .selectFrom('fact_weights')
    .innerJoin('officer', 'officer.id', 'fact_weights.set_by')
    .select(({ exists, selectFrom }) => [
      exists(
        selectFrom('operation')
          .select('operation.op_id')
          .where('entity', '=', 'fact-weights')
          .whereRef('entity_id', '=', 'fact_weights.id')
          .where('state', 'in', ['rejected', 'quarantined']),
      ).as('setAside'),
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
  return rows.map(({ weights, setAside, ...row }) => ({
    ...row,
    isSetAside: Boolean(setAside),
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
