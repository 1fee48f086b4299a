import { type Kysely, sql } from 'kysely';

import type { Id } from '#shared/lib/ids.ts';
import type { Seq } from '#shared/protocol/basics.ts';
import type { TerritoryVersion } from '#shared/protocol/territory.ts';

import type {
  AccountRecord,
  ActRecord,
  AreaRecord,
  DeskRecord,
  RightRecord,
  RightsSnapshot,
} from '../records.ts';

const PUBLIC_ACCOUNT = sql.raw(`
  officer_id as "officerId", login, display_name as "displayName", role, disabled, bound`);

const rightsQuery = (zoneId: Id, officerId: Id | null) => sql<RightRecord>`
  select id, officer_id as "officerId", kind, area_id as "areaId", restricted,
    valid_from as "validFrom", valid_to as "validTo"
  from access_right
  where zone = ${zoneId} and (${officerId}::text is null or officer_id = ${officerId})
  order by id`;

const areasQuery = (zoneId: Id) => sql<AreaRecord>`
  select id, kind, parent_id as "parentId" from area where zone = ${zoneId} order by id`;

/** All that decides about an officer's scopes, as JSON or null for what there is none of. */
export interface RightsColumns {
  readonly account: NonNullable<RightsSnapshot['account']> | null;
  readonly rights: readonly RightRecord[] | null;
  readonly areas: readonly AreaRecord[] | null;
}

/**
 * Columns of {@link RightsColumns}. Of the account all but its secret, which a reading desk's role
 * cannot see.
 */
export const rightsColumns = (zoneId: Id, officerId: Id) => sql`
  (select to_json(a) from (select ${PUBLIC_ACCOUNT} from account
    where zone = ${zoneId} and officer_id = ${officerId}) as a) as account,
  (select json_agg(r) from (${rightsQuery(zoneId, officerId)}) as r) as rights,
  (select json_agg(n) from (${areasQuery(zoneId)}) as n) as areas`;

export function toRights({ account, rights, areas }: RightsColumns): RightsSnapshot {
  return { account: account ?? undefined, rights: rights ?? [], areas: areas ?? [] };
}

export async function rightsSnapshot(
  database: Kysely<never>,
  zoneId: Id,
  officerId: Id,
): Promise<RightsSnapshot> {
  const { rows } = await sql<RightsColumns>`
    select ${rightsColumns(zoneId, officerId)}`.execute(database);
  return toRights(rows[0] ?? NO_RIGHTS);
}

const NO_RIGHTS: RightsColumns = { account: null, rights: null, areas: null };

export async function accountsWhere(
  database: Kysely<never>,
  zoneId: Id,
  which: { readonly officerId?: Id; readonly login?: string },
): Promise<readonly AccountRecord[]> {
  const { officerId = null, login = null } = which;
  const { rows } = await sql<AccountRecord>`
    select ${PUBLIC_ACCOUNT}, password_hash as "passwordHash" from account
    where zone = ${zoneId} and (${officerId}::text is null or officer_id = ${officerId})
      and (${login}::text is null or login = ${login})
    order by login`.execute(database);
  return rows;
}

export async function rightsWhere(
  database: Kysely<never>,
  zoneId: Id,
  officerId: Id | null,
): Promise<readonly RightRecord[]> {
  const { rows } = await rightsQuery(zoneId, officerId).execute(database);
  return rows;
}

export async function areasOf(database: Kysely<never>, zoneId: Id): Promise<readonly AreaRecord[]> {
  const { rows } = await areasQuery(zoneId).execute(database);
  return rows;
}

export async function desksWhere(
  database: Kysely<never>,
  zoneId: Id,
  deviceId: Id | null,
): Promise<readonly DeskRecord[]> {
  const { rows } = await sql<DeskRecord>`
    select device_id as "deviceId", officer_id as "officerId", public_key as "publicKey", label,
      enrolled_at as "enrolledAt", signed_in_until as "signedInUntil", revoked,
      last_seen_at as "lastSeenAt", app_version as "appVersion", waiting
    from desk where zone = ${zoneId} and (${deviceId}::text is null or device_id = ${deviceId})
    order by device_id`.execute(database);
  return rows;
}

/** The newest first. */
export const territoryQuery = (zoneId: Id) => sql<TerritoryVersion>`
  select number, hash, size, begins_on as "beginsOn", valid_from as "validFrom", counts,
    published_at as "publishedAt", published_by as "publishedBy"
  from territory_version where zone = ${zoneId} order by number desc`;

export async function territoryVersionsOf(
  database: Kysely<never>,
  zoneId: Id,
): Promise<readonly TerritoryVersion[]> {
  return (await territoryQuery(zoneId).execute(database)).rows;
}

export async function addTerritoryVersionTo(
  database: Kysely<never>,
  zoneId: Id,
  version: TerritoryVersion,
): Promise<void> {
  await sql`
    insert into territory_version
      (zone, number, hash, size, begins_on, valid_from, counts, published_at, published_by)
    values (${zoneId}, ${version.number}, ${version.hash}, ${version.size}, ${version.beginsOn},
      ${version.validFrom}, ${JSON.stringify(version.counts)}::jsonb, ${version.publishedAt},
      ${version.publishedBy})`.execute(database);
}

export async function actsBefore(
  database: Kysely<never>,
  zoneId: Id,
  before: Seq | null,
  limit: number,
): Promise<readonly ActRecord[]> {
  const { rows } = await sql<ActRecord>`
    select seq, at, actor_id as "actorId", actor, act, subject_id as "subjectId", subject, detail
    from act where zone = ${zoneId} and (${before}::bigint is null or seq < ${before})
    order by seq desc limit ${limit}`.execute(database);
  return rows;
}
