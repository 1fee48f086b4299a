import { type Kysely, sql } from 'kysely';

/**
 * The zone leads the keys of codes, challenges and tokens as well. The strings of challenges and tokens carry it from
 * here on; those that were given out before do not, and could be found nowhere: they last for minutes, and a desk asks
 * for new ones by itself (who is with a provider of identities at that moment begins once more). A code on paper lasts for
 * days and stays as it is, looked for in every zone, since nobody types the zone.
 */
const STATEMENTS = [
  `delete from challenge`,
  `alter table challenge add column zone text collate "C" not null`,
  `alter table challenge drop constraint challenge_pkey`,
  `alter table challenge add primary key (zone, nonce_hash)`,
  `delete from desk_token`,
  `alter table desk_token alter column zone type text collate "C"`,
  `alter table desk_token drop constraint desk_token_pkey`,
  `alter table desk_token add primary key (zone, token_hash)`,
  `alter table enrolment_code alter column zone type text collate "C"`,
  `alter table enrolment_code drop constraint enrolment_code_pkey`,
  `alter table enrolment_code add primary key (zone, code_hash)`,
  // Two questions that are asked before the zone is known: neither is a key.
  `create index enrolment_code_by_hash on enrolment_code (code_hash)`,
  `create index desk_by_device on desk (device_id, zone)`,
];

export async function up(database: Kysely<never>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
}
