import { sql } from 'kysely';

import type { Json } from '#shared/domain/operations/operation.ts';
import { dayOf } from '#shared/lib/dates.ts';
import { type Id, idSchema } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';

/**
 * What officers, partners, streets and their stretches, areas, parties, contacts, dossiers and actions are called,
 * of those that are known here.
 */
export async function namesOf(read: ReadHandle, ids: readonly Id[]): Promise<Record<Id, string>> {
  if (ids.length === 0) return {};
  const rows = await read
    .selectFrom('officer')
    .select(['id', 'display_name as name'])
    .where('id', 'in', ids)
    .unionAll(read.selectFrom('street').select(['id', 'name_nl as name']).where('id', 'in', ids))
    .unionAll(read.selectFrom('area').select(['id', 'name_nl as name']).where('id', 'in', ids))
    .unionAll(read.selectFrom('party').select(['id', 'name']).where('id', 'in', ids))
    .unionAll(read.selectFrom('partner').select(['id', 'name']).where('id', 'in', ids))
    .unionAll(
      read
        .selectFrom('segment')
        .innerJoin('street', 'street.id', 'segment.street_id')
        .select(['segment.id', 'street.name_nl as name'])
        .where('segment.id', 'in', ids),
    )
    .unionAll(
      read
        .selectFrom('casework')
        .select(['id', sql<string>`fields ->> '$.title'`.as('name')])
        .where('entity', 'in', ['dossier', 'action'])
        .where('id', 'in', ids),
    )
    .execute();
  const contacts = await contactNames(read, ids);
  return Object.fromEntries([...rows.map(({ id, name }) => [id, name] as const), ...contacts]);
}

/** Every id in a value, wherever it stands. */
export function idsIn(value: Json): readonly Id[] {
  if (typeof value === 'string') return idSchema.safeParse(value).success ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((member: Json) => idsIn(member));
}

/** A contact has no name: where it was, and on which day as DD/MM/YYYY. */
async function contactNames(
  read: ReadHandle,
  ids: readonly Id[],
): Promise<(readonly [id: Id, name: string])[]> {
  const rows = await read
    .selectFrom('contact')
    .leftJoin('street', 'street.id', 'contact.street_id')
    .select(['contact.id', 'house_number', 'occurred_at', 'name_nl'])
    .where('contact.id', 'in', ids)
    .execute();
  return rows.map((row) => {
    const place = `${row.name_nl ?? ''} ${row.house_number}`.trim();
    const day = dayOf(row.occurred_at).split('-').toReversed().join('/');
    return [row.id, [place, day].filter(Boolean).join(', ')];
  });
}
