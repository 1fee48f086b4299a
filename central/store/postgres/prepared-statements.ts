import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';

/** Statements that one connection keeps planned; those that come later are planned each time. */
const KEPT = 250;

/** Members of a list, and characters of a text, beyond which a statement is planned for what it is given. */
const SMALL_LIST = 100;
const SMALL_TEXT = 4_000;

/**
 * The same pool, whose connections have the server plan a statement with parameters once and not each
 * time: a third of what a short question costs. One that carries hundreds of rows is planned for them, since the plan for a
 * few would take twice as long. Plans by which the second wall judges are made anew by
 * the server where the role is another.
 */
export function withPreparedStatements(pool: pg.Pool): PostgresPool {
  const prepared = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    Client: pg.Client,
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const known = prepared.get(client) ?? preparing(client);
      prepared.set(client, known);
      return known;
    },
  };
}

function preparing(client: pg.PoolClient): PostgresPoolClient {
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    if (!names.has(text) && names.size < KEPT) names.set(text, `s${names.size}`);
    return names.get(text);
  };
  function query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  function query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new TypeError('Cursors are declared in SQL here.');
    const name = values.length > 0 && values.every(isSmall) ? nameOf(text) : undefined;
    return client.query({ text, values: [...values], ...(name !== undefined && { name }) });
  }
  return { query, release: (destroy) => client.release(destroy) };
}

function isSmall(value: unknown): boolean {
  if (Array.isArray(value)) return value.length <= SMALL_LIST;
  return typeof value !== 'string' || value.length <= SMALL_TEXT;
}
