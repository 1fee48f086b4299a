import type { PartnerKind } from '#shared/domain/people/people.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle, WriteHandle } from '../handles.ts';

interface PartnerRow {
  readonly id: Id;
  readonly name: string;
  readonly kind: PartnerKind;
}

export function partnersByName(read: ReadHandle): Promise<PartnerRow[]> {
  return read.selectFrom('partner').select(['id', 'name', 'kind']).orderBy('name').execute();
}

export function partnerById(read: ReadHandle, id: Id): Promise<PartnerRow | undefined> {
  return read
    .selectFrom('partner')
    .select(['id', 'name', 'kind'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function insertPartner({ tables }: WriteHandle, partner: PartnerRow): Promise<void> {
  await tables
    .insertInto('partner')
    .values({ ...partner, neighbourhood_id: null, version: 1 })
    .execute();
}
