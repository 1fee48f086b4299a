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
  let known:
    { readonly at: string; readonly content: Readonly<Record<string, string>> } | undefined;
  return {
    async read() {
      // Nothing is written without a transaction of a number of its own: as long as none began, nothing is read again.
      const { rows } = await client.query<{ at: string }>(
        'select pg_snapshot_xmax(pg_current_snapshot())::text as at',
      );
      const at = rows[0]?.at ?? '';
      if (known?.at === at) return known.content;
      const read = await client.query<{ name: string; digest: string }>(everything);
      const content = Object.fromEntries(read.rows.map(({ name, digest }) => [name, digest]));
      known = { at, content };
      return content;
    },
    close: () => client.end(),
  };
}
