import pg from 'pg';

/** Reads everything that a database holds, so that two moments can be compared. */
export interface DatabaseContent {
  /** A digest of each table's rows, by its name. */
  read(): Promise<Readonly<Record<string, string>>>;
  close(): Promise<void>;
}

export async function contentOf(url: string): Promise<DatabaseContent> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables
     where schemaname = current_schema() order by tablename`,
  );
  const everything = tables
    .map(
      ({ name }) => `select '${name}' as name,
        (select count(*) || ' ' || coalesce(md5(string_agg(t::text, e'\\n' order by t::text)), '')
          from ${name} t) as digest`,
    )
    .join(' union all ');
  return {
    async read() {
      const { rows } = await client.query<{ name: string; digest: string }>(everything);
      return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
    },
    close: () => client.end(),
  };
}
