import { type Kysely, sql } from 'kysely';

/** What partners and the team still have to do for each other, by the day on which it is due. */
export async function up(database: Kysely<never>): Promise<void> {
  for (const [name, side] of [
    ['casework_by_their_part', 'they'],
    ['casework_by_our_part', 'we'],
  ] as const) {
    await sql`
      create index ${sql.ref(name)} on casework (entity, fields ->> ${sql.lit(`$.${side}DueOn`)}, id)
      where fields ->> '$.withdrawn' = 0
        and fields ->> ${sql.lit(`$.${side}DoneOn`)} is null`.execute(database);
  }
}
