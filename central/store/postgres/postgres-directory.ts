import { type Kysely, sql } from 'kysely';

import type { Id } from '#shared/lib/ids.ts';
import type { TerritoryVersion } from '#shared/protocol/territory.ts';

import type { Directory, SilentDesks } from '../directory.ts';
import type { ActRecord, DeskProgress, ParcelKeyRecord, ZoneRecord } from '../records.ts';
import {
  accountsWhere,
  actsBefore,
  addTerritoryVersionTo,
  areasOf,
  desksWhere,
  rightsWhere,
  territoryQuery,
  territoryVersionsOf,
} from './directory-sql.ts';
import { secretDirectory } from './postgres-secrets.ts';

/** The directory within a transaction that has it to itself until it ends. */
export async function lockedDirectory(transaction: Kysely<never>, zoneId: Id): Promise<Directory> {
  await sql`select 1 from zone where id = ${zoneId} for no key update`.execute(transaction);
  return postgresDirectory(transaction);
}

export async function storeAct(
  transaction: Kysely<never>,
  zoneId: Id,
  act: ActRecord,
): Promise<void> {
  await sql`
    insert into act (zone, seq, at, actor_id, actor, act, subject_id, subject, detail)
    values (${zoneId}, ${act.seq}, ${act.at}, ${act.actorId}, ${act.actor}, ${act.act},
      ${act.subjectId}, ${act.subject}, ${JSON.stringify(act.detail)}::jsonb)`.execute(transaction);
}

export function postgresDirectory(database: Kysely<never>): Directory {
  return {
    async zones() {
      const { rows } = await sql<ZoneRecord>`
        select id, name, epoch from zone order by name, id`.execute(database);
      return rows;
    },
    async addZone({ id, name, epoch }) {
      await database.transaction().execute(async (transaction) => {
        await sql`insert into zone (id, name, epoch) values (${id}, ${name}, ${epoch})`.execute(
          transaction,
        );
        await sql`insert into zone_clock (zone, seq, horizon) values (${id}, 0, 0)`.execute(
          transaction,
        );
      });
    },
    async changeEpoch(zoneId, epoch) {
      await sql`update zone set epoch = ${epoch} where id = ${zoneId}`.execute(database);
    },

    accounts: (zoneId) => accountsWhere(database, zoneId, {}),
    accountOf: async (zoneId, officerId) =>
      (await accountsWhere(database, zoneId, { officerId }))[0],
    accountByLogin: async (zoneId, login) => (await accountsWhere(database, zoneId, { login }))[0],
    async putAccount(zoneId, account) {
      await sql`
        insert into account
          (zone, officer_id, login, display_name, password_hash, role, disabled, bound)
        values (${zoneId}, ${account.officerId}, ${account.login}, ${account.displayName},
          ${account.passwordHash}, ${account.role}, ${account.disabled}, ${account.bound})
        on conflict (zone, officer_id) do update set login = excluded.login,
          display_name = excluded.display_name, password_hash = excluded.password_hash,
          role = excluded.role, disabled = excluded.disabled, bound = excluded.bound`.execute(
        database,
      );
    },
    async bindOfficer(zoneId, from, to) {
      const { numAffectedRows } = await sql`
        update account set officer_id = ${to}, bound = true
        where zone = ${zoneId} and officer_id = ${from} and not bound`.execute(database);
      if (numAffectedRows !== 1n) throw new Error('no account to bind');
    },
    async attempts(zoneId, login) {
      const { rows } = await sql<{ failures: number; lockedUntil: string | null }>`
        select failures, locked_until as "lockedUntil" from sign_in_failure
        where zone = ${zoneId} and login = ${login}`.execute(database);
      return rows[0] ?? { failures: 0, lockedUntil: null };
    },
    async addFailure(zoneId, login) {
      const { rows } = await sql<{ failures: number }>`
        insert into sign_in_failure (zone, login, failures) values (${zoneId}, ${login}, 1)
        on conflict (zone, login) do update set failures = sign_in_failure.failures + 1
        returning failures`.execute(database);
      return rows[0]?.failures ?? 1;
    },
    async lockUntil(zoneId, login, until) {
      await sql`
        update sign_in_failure set locked_until = ${until}
        where zone = ${zoneId} and login = ${login}`.execute(database);
    },
    async clearFailures(zoneId, login) {
      await sql`delete from sign_in_failure where zone = ${zoneId} and login = ${login}`.execute(
        database,
      );
    },

    rights: (zoneId, officerId) => rightsWhere(database, zoneId, officerId),
    allRights: (zoneId) => rightsWhere(database, zoneId, null),
    async addRight(zoneId, right) {
      await sql`
        insert into access_right
          (zone, id, officer_id, kind, area_id, restricted, valid_from, valid_to)
        values (${zoneId}, ${right.id}, ${right.officerId}, ${right.kind}, ${right.areaId},
          ${right.restricted}, ${right.validFrom}, ${right.validTo})`.execute(database);
    },
    async endRight(zoneId, rightId, validTo) {
      const { numAffectedRows } = await sql`
        update access_right set valid_to = ${validTo}
        where zone = ${zoneId} and id = ${rightId}`.execute(database);
      return numAffectedRows === 1n;
    },
    areas: (zoneId) => areasOf(database, zoneId),
    async putAreas(zoneId, areas) {
      await sql`
        insert into area (zone, id, kind, parent_id)
        select ${zoneId}, a.id, a.kind, a."parentId"
        from jsonb_to_recordset(${JSON.stringify(areas)}::jsonb)
          as a(id text, kind text, "parentId" text)
        on conflict (zone, id) do update
          set kind = excluded.kind, parent_id = excluded.parent_id`.execute(database);
    },
    async parcelKeys(zoneId) {
      const { rows } = await sql<ParcelKeyRecord>`
        select id, public_key as "publicKey", private_key as "privateKey", made_at as "madeAt"
        from parcel_key where zone = ${zoneId} order by made_at desc, id desc`.execute(database);
      return rows;
    },
    async addParcelKey(zoneId, key) {
      await sql`
        insert into parcel_key (zone, id, public_key, private_key, made_at)
        values (${zoneId}, ${key.id}, ${key.publicKey}, ${key.privateKey}, ${key.madeAt})`.execute(
        database,
      );
    },
    territoryVersions: (zoneId) => territoryVersionsOf(database, zoneId),
    addTerritoryVersion: (zoneId, version) => addTerritoryVersionTo(database, zoneId, version),
    acts: (zoneId, before, limit) => actsBefore(database, zoneId, before, limit),
    ...deskDirectory(database),
    ...secretDirectory(database),
  };
}

const progressQuery = (zoneId: Id, deviceId: Id) => sql<DeskProgress>`
  select passed_seq as "passedSeq", fetching_since as "fetchingSince", territory
  from desk_progress where zone = ${zoneId} and device_id = ${deviceId}`;

/** For what a desk waits on and a power cut may lose: set for the transaction of the one statement. */
const NOT_WAITING_FOR_THE_DISK = sql`
  with quick as materialized (select set_config('synchronous_commit', 'off', true))`;

function deskDirectory(
  database: Kysely<never>,
): Pick<
  Directory,
  | 'desks'
  | 'desk'
  | 'zoneOfDesk'
  | 'putDesk'
  | 'noteSeen'
  | 'revokeDesk'
  | 'progress'
  | 'standing'
  | 'putProgress'
  | 'deskAlarmDays'
  | 'setDeskAlarmDays'
  | 'silentDesks'
> {
  return {
    async progress(zoneId, deviceId) {
      return (await progressQuery(zoneId, deviceId).execute(database)).rows[0];
    },
    async standing(zoneId, deviceId) {
      const { rows } = await sql<{
        progress: DeskProgress | null;
        territory: TerritoryVersion | null;
      }>`
        select
          (select to_json(p) from (${progressQuery(zoneId, deviceId)}) as p) as progress,
          (select to_json(t) from (${territoryQuery(zoneId)} limit 1) as t) as territory`.execute(
        database,
      );
      const [found] = rows;
      return { progress: found?.progress ?? undefined, territory: found?.territory ?? null };
    },
    async putProgress(zoneId, deviceId, { passedSeq, fetchingSince, territory }) {
      await sql`
        ${NOT_WAITING_FOR_THE_DISK}
        insert into desk_progress (zone, device_id, passed_seq, fetching_since, territory)
        select ${zoneId}, ${deviceId}, ${passedSeq}::bigint, ${fetchingSince}::bigint,
          ${territory}::text from quick
        on conflict (zone, device_id) do update set passed_seq = excluded.passed_seq,
          fetching_since = excluded.fetching_since, territory = excluded.territory`.execute(
        database,
      );
    },
    desks: (zoneId) => desksWhere(database, zoneId, null),
    desk: async (zoneId, deviceId) => (await desksWhere(database, zoneId, deviceId))[0],
    async zoneOfDesk(deviceId) {
      const { rows } = await sql<{ zone: Id }>`
        select zone from desk where device_id = ${deviceId} order by zone limit 1`.execute(
        database,
      );
      return rows[0]?.zone;
    },
    async putDesk(zoneId, desk) {
      await sql`
        insert into desk (zone, device_id, officer_id, public_key, label, enrolled_at,
          signed_in_until, revoked, last_seen_at, app_version, waiting)
        values (${zoneId}, ${desk.deviceId}, ${desk.officerId}, ${desk.publicKey}, ${desk.label},
          ${desk.enrolledAt}, ${desk.signedInUntil}, ${desk.revoked}, ${desk.lastSeenAt},
          ${desk.appVersion}, ${desk.waiting})
        on conflict (zone, device_id) do update set officer_id = excluded.officer_id,
          public_key = excluded.public_key, label = excluded.label,
          signed_in_until = excluded.signed_in_until, revoked = desk.revoked or excluded.revoked,
          last_seen_at = excluded.last_seen_at, app_version = excluded.app_version,
          waiting = excluded.waiting`.execute(database);
    },
    async noteSeen(zoneId, deviceId, now, waiting) {
      await sql`
        ${NOT_WAITING_FOR_THE_DISK}
        update desk set last_seen_at = ${now}, waiting = coalesce(${waiting}::integer, desk.waiting)
        from quick
        where zone = ${zoneId} and device_id = ${deviceId}`.execute(database);
    },
    async revokeDesk(zoneId, deviceId) {
      const { numAffectedRows } = await sql`
        update desk set revoked = true
        where zone = ${zoneId} and device_id = ${deviceId}`.execute(database);
      await sql`
        delete from desk_token where zone = ${zoneId} and device_id = ${deviceId}`.execute(
        database,
      );
      return numAffectedRows === 1n;
    },
    async deskAlarmDays(zoneId) {
      const { rows } = await sql<{ days: number }>`
        select desk_alarm_days as days from zone where id = ${zoneId}`.execute(database);
      const zone = rows[0];
      if (zone === undefined) throw new Error('no such zone');
      return zone.days;
    },
    async setDeskAlarmDays(zoneId, days) {
      await sql`update zone set desk_alarm_days = ${days} where id = ${zoneId}`.execute(database);
    },
    async silentDesks(now) {
      // Hours, not days: a day of a calendar may have 23 of them.
      const { rows } = await sql<SilentDesks>`
        select zone.id as "zoneId", count(desk.device_id)::integer as desks
        from zone left join desk on desk.zone = zone.id and not desk.revoked
          and desk.last_seen_at::timestamptz
            <= ${now}::timestamptz - zone.desk_alarm_days * interval '24 hours'
        group by zone.id order by zone.id`.execute(database);
      return rows;
    },
  };
}
