import pg from 'pg';

import type { Database } from './postgres-store.ts';
import { withPreparedStatements } from './prepared-statements.ts';

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
  // The pool hears of its connections only while nobody has them: one that breaks in the middle of a
  // transaction, between two queries, would end the process.
  pool.on('connect', (client) => client.on('error', options.onTrouble));
  return {
    pool: withPreparedStatements(pool),
    listen: (channel, heard) => listenForever(settings, channel, heard, options.onTrouble),
  };
}

/** Milliseconds until a connection that listens is tried again. */
const LISTEN_AGAIN_MS = 1_000;

/** Listens on a connection of its own, and on another whenever it breaks, until told to stop. */
async function listenForever(
  settings: pg.ClientConfig,
  channel: string,
  heard: (payload: string) => void,
  onTrouble: () => void,
): Promise<() => Promise<void>> {
  let stopped = false;
  let client: pg.Client | undefined;
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ ...settings, application_name: 'wijkwerk-central-listen' });
    let listening = false;
    next.on('notification', ({ payload }) => heard(payload ?? ''));
    next.on('error', () => {
      // While it connects, the failure comes out below; of one end it may complain more than once.
      if (listening) again();
      listening = false;
    });
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
    } catch (cause) {
      await next.end().catch(() => undefined);
      throw cause;
    }
    listening = true;
    client = next;
    if (stopped) await next.end();
  };
  const again = (): void => {
    onTrouble();
    if (stopped) return;
    setTimeout(() => {
      if (!stopped) connect().catch(again);
    }, LISTEN_AGAIN_MS).unref();
  };
  await connect();
  return async () => {
    stopped = true;
    await client?.end();
  };
}
