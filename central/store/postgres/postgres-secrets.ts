import { type Kysely, sql } from 'kysely';

import type { Directory, EnrolmentCode, TokenRecord } from '../directory.ts';

const CODE_COLUMNS = sql.raw(
  'code_hash as "codeHash", zone as "zoneId", officer_id as "officerId", expires_at as "expiresAt"',
);

/** Codes, challenges and tokens: what is kept for a while, as hashes. */
export function secretDirectory(
  database: Kysely<never>,
): Pick<
  Directory,
  'addCode' | 'code' | 'useCode' | 'addChallenge' | 'useChallenge' | 'addToken' | 'token' | 'sweep'
> {
  return {
    async addCode(code) {
      await sql`
        insert into enrolment_code (code_hash, zone, officer_id, expires_at)
        values (${code.codeHash}, ${code.zoneId}, ${code.officerId}, ${code.expiresAt})`.execute(
        database,
      );
    },
    async code(codeHash, now) {
      const { rows } = await sql<EnrolmentCode>`
        select ${CODE_COLUMNS} from enrolment_code
        where code_hash = ${codeHash} and expires_at > ${now}
        order by zone limit 1`.execute(database);
      return rows[0];
    },
    async useCode(zoneId, codeHash, now) {
      const { rows } = await sql<EnrolmentCode>`
        delete from enrolment_code
        where zone = ${zoneId} and code_hash = ${codeHash} and expires_at > ${now}
        returning ${CODE_COLUMNS}`.execute(database);
      return rows[0];
    },
    async addChallenge({ nonceHash, zoneId, deviceId, expiresAt }) {
      await sql`
        insert into challenge (nonce_hash, zone, device_id, expires_at)
        values (${nonceHash}, ${zoneId}, ${deviceId}, ${expiresAt})`.execute(database);
    },
    async useChallenge(zoneId, deviceId, nonceHash, now) {
      const { rows } = await sql<{ expires_at: string }>`
        delete from challenge
        where zone = ${zoneId} and nonce_hash = ${nonceHash} and device_id = ${deviceId}
        returning expires_at`.execute(database);
      return rows[0] !== undefined && rows[0].expires_at > now;
    },
    async addToken(token) {
      await sql`
        insert into desk_token (token_hash, zone, officer_id, device_id, expires_at)
        values (${token.tokenHash}, ${token.zoneId}, ${token.officerId}, ${token.deviceId},
          ${token.expiresAt})`.execute(database);
    },
    async token(zoneId, tokenHash) {
      const { rows } = await sql<TokenRecord>`
        select token_hash as "tokenHash", zone as "zoneId", officer_id as "officerId",
          device_id as "deviceId", expires_at as "expiresAt"
        from desk_token where zone = ${zoneId} and token_hash = ${tokenHash}`.execute(database);
      return rows[0];
    },
    async sweep(now) {
      for (const table of ['enrolment_code', 'challenge', 'desk_token']) {
        await sql`delete from ${sql.table(table)} where expires_at <= ${now}`.execute(database);
      }
    },
  };
}
