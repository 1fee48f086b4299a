import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';

export interface BothNames {
  readonly nameNl: string;
  readonly nameFr: string;
}
const NAMELESS: BothNames = { nameNl: '', nameFr: '' };

/** What a street is called, also one that is history. */
export async function streetNames(read: ReadHandle, id: Id): Promise<BothNames> {
  const row = await read
    .selectFrom('street')
    .select(['name_nl as nameNl', 'name_fr as nameFr'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? NAMELESS;
}

/** What an area is called, also one that is history; nothing for no area. */
export async function areaNames(read: ReadHandle, id: Id | null): Promise<BothNames> {
  if (id === null) return NAMELESS;
  const row = await read
    .selectFrom('area')
    .select(['name_nl as nameNl', 'name_fr as nameFr'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? NAMELESS;
}
