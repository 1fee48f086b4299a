import { type Kysely, sql } from 'kysely';

/**
 * A fact beside a street that is the border of its neighbourhood is told apart from one that is far from any street, and
 * a source remembers the days of which somebody said that its method did not change.
 */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    alter table fact_source add column unchanged text not null default '[]'
      check (json_valid(unchanged))`.execute(database);
  const { rows } = await sql<{ type: string; sql: string }>`
    select type, sql from sqlite_schema where tbl_name = 'fact' and sql is not null`.execute(
    database,
  );
  // The table as it stands, but for one more way to lie: SQLite does not change a check in place.
  for (const table of rows.filter(({ type }) => type === 'table')) {
    const wider = table.sql
      .replace(/^create table "?fact"?/i, 'create table fact_with_borders')
      .replace("'too-far',", "'too-far', 'border',");
    await sql.raw(wider).execute(database);
  }
  await sql`insert into fact_with_borders select * from fact`.execute(database);
  await sql`drop table fact`.execute(database);
  await sql`alter table fact_with_borders rename to fact`.execute(database);
  for (const index of rows.filter(({ type }) => type !== 'table')) {
    await sql.raw(index.sql).execute(database);
  }
}
