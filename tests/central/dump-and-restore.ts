import pg from 'pg';

import type { PostgresServer } from './postgres-server.ts';

/** Asks a database directly, beside the centre. */
export async function query<Row>(
  url: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(text, [...values]);
  await client.end();
  return rows as Row[];
}

/** What the page says: a dump of one database, without who owns it. */
export const dump = (server: PostgresServer, url: string, file: string) =>
  server.run('pg_dump', '--format=custom', '--no-owner', `--file=${file}`, url);
export const restore = (server: PostgresServer, url: string, file: string) =>
  server.run(
    'pg_restore',
    '--no-owner',
    '--exit-on-error',
    '--single-transaction',
    `--dbname=${url}`,
    file,
  );
