import { FACT_ORIGINS, factSchema } from '#shared/domain/facts/fact.ts';
import { weightsSchema } from '#shared/domain/facts/weights.ts';

import {
  hasFactBatch,
  markFactImport,
  putFactBatch,
  removeFactBatch,
} from '../../store/repositories/fact-repository.ts';
import {
  findFactImport,
  findFactSource,
  putFactImport,
  putFactSource,
} from '../../store/repositories/fact-source-repository.ts';
import {
  insertFactWeights,
  listFactWeights,
} from '../../store/repositories/fact-weights-repository.ts';
import { codeOf, type EntityTable, textOf, textOrNull } from './entity-table.ts';

export const factSourceTable: EntityTable = {
  async has(tables, id) {
    return (await findFactSource(tables, id)) !== undefined;
  },
  async write(tables, id, fields, version) {
    await putFactSource(
      { tables },
      {
        id,
        name: textOf(fields, 'name'),
        origin: codeOf(fields, 'origin', FACT_ORIGINS),
        credit: textOf(fields, 'credit'),
        mapping: fields['mapping'] ?? null,
        breaks: fields['breaks'] ?? [],
        unchanged: fields['unchanged'] ?? [],
        version,
      },
    );
  },
  /** A source stays as long as imports name it. */
  async remove(tables, id) {
    await tables
      .deleteFrom('fact_source')
      .where('id', '=', id)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('fact_import').select('id').where('source_id', '=', id))),
      )
      .execute();
  },
};

export const factImportTable: EntityTable = {
  async has(tables, id) {
    return (await findFactImport(tables, id)) !== undefined;
  },
  async write(tables, id, fields, version) {
    const before = await findFactImport(tables, id);
    const undoneAt = textOrNull(fields, 'undoneAt');
    await putFactImport(
      { tables },
      {
        id,
        sourceId: textOf(fields, 'sourceId'),
        fileName: textOf(fields, 'fileName'),
        importedAt: textOf(fields, 'importedAt'),
        importedBy: textOf(fields, 'importedBy'),
        plan: fields['plan'] ?? {},
        counts: fields['counts'] ?? {},
        undoneAt: before === undefined ? undoneAt : before.undoneAt,
        version,
      },
    );
    if (before !== undefined && before.undoneAt !== undoneAt) {
      await markFactImport({ tables }, id, undoneAt);
    }
  },
  async remove(tables, id) {
    const batches = await tables
      .selectFrom('fact_batch')
      .select('id')
      .where('import_id', '=', id)
      .execute();
    for (const batch of batches) await removeFactBatch({ tables }, batch.id);
    await tables.deleteFrom('fact_import').where('id', '=', id).execute();
  },
};

/** Facts come and go by the batch; a batch never changes. */
export const factBatchTable: EntityTable = {
  has: hasFactBatch,
  async write(tables, id, fields, version) {
    await putFactBatch(
      { tables },
      {
        id,
        importId: textOf(fields, 'importId'),
        neighbourhoodId: textOrNull(fields, 'neighbourhoodId'),
        facts: factSchema.array().parse(fields['facts']),
        version,
      },
    );
  },
  async remove(tables, id) {
    await removeFactBatch({ tables }, id);
  },
};

export const factWeightsTable: EntityTable = {
  async has(tables, id) {
    return (await listFactWeights(tables)).some((version) => version.id === id);
  },
  async write(tables, id, fields, version) {
    await insertFactWeights(
      { tables },
      {
        id,
        setAt: textOf(fields, 'setAt'),
        setById: textOf(fields, 'setById'),
        validFrom: textOf(fields, 'validFrom'),
        note: textOf(fields, 'note'),
        weights: weightsSchema.parse(fields['weights']),
      },
      version,
    );
  },
  async remove(tables, id) {
    await tables.deleteFrom('fact_weights').where('id', '=', id).execute();
  },
};
