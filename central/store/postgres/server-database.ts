import pg from 'pg';

import type { Database } from './postgres-store.ts';

/** int8: the numbers here are counts and places in an order, which a double holds exactly. */
const INT8 = 20;

export interface ServerDatabaseOptions {
  /** `postgres://user:password@host:port/name`, or what libpq's environment says when empty. */
  readonly url: string;
  /** Connections at most. */
  readonly connections: number;
  /** A connection broke outside of any query; the next query takes another. */
  readonly onTrouble: () => void;
}

/** A PostgreSQL server, by a pool of connections and one more that listens. */
export function serverDatabase(options: ServerDatabaseOptions): Database {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, Number);
  const settings = { ...(options.url === '' ? {} : { connectionString: options.url }), types };
  const pool = new pg.Pool({
    ...settings,
    max: options.connections,
    application_name: 'wijkwerk-central',
    connectionTimeoutMillis: 10_000,
    statement_timeout: 120_000,
    idle_in_transaction_session_timeout: 300_000,
  });
  pool.on('error', options.onTrouble);
  return {
    pool,
    async listen(channel, heard) {
      let stopped = false;
      let client: pg.Client | undefined;
      const connect = async (): Promise<void> => {
        const next = new pg.Client({ ...settings, application_name: 'wijkwerk-central-listen' });
        next.on('notification', ({ payload }) => heard(payload ?? ''));
        next.on('error', () => {
          options.onTrouble();
          if (!stopped) setTimeout(() => void connect().catch(options.onTrouble), 1_000).unref();
        });
        await next.connect();
        await next.query(`listen ${channel}`);
        if (stopped) await next.end();
        else client = next;
      };
      await connect();
      return async () => {
        stopped = true;
        await client?.end();
      };
    },
  };
}
