import type { Code } from '#shared/domain/codes/code.ts';

import type { ReadHandle, WriteHandle } from '../handles.ts';

/** A code with the version of its row. */
export interface StoredCode extends Code {
  readonly version: number;
}

/** Every code that ever was, list by list in the order of the zone. */
export async function allCodes(read: ReadHandle): Promise<readonly StoredCode[]> {
  const rows = await read
    .selectFrom('code')
    .select([
      'id',
      'list',
      'code',
      'name_nl as nameNl',
      'name_fr as nameFr',
      'name_en as nameEn',
      'family',
      'position',
      'valid_from as validFrom',
      'valid_to as validTo',
      'version',
    ])
    .orderBy('list')
    .orderBy('position')
    .orderBy('code')
    .execute();
  return rows;
}

/** Adds a code or brings it to these values, at this version. */
export async function putCode({ tables }: WriteHandle, code: StoredCode): Promise<void> {
  const values = {
    name_nl: code.nameNl,
    name_fr: code.nameFr,
    name_en: code.nameEn,
    family: code.family,
    position: code.position,
    valid_from: code.validFrom,
    valid_to: code.validTo,
    version: code.version,
  };
  await tables
    .insertInto('code')
    .values({ id: code.id, list: code.list, code: code.code, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
}
