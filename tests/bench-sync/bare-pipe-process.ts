import { createServer, type Server } from 'node:http';
import { Readable } from 'node:stream';

import Database from 'better-sqlite3';
import pg from 'pg';

import { machineTime, serveCommands } from './child.ts';
import { makeDocuments, type SyncDocument } from './documents.ts';

/**
 * The bare pipe: documents out of one table by a cursor of PostgreSQL, as lines of JSON over HTTP, into one
 * transaction of SQLite. No accounts, no rights, no rules, no versions, no search, no encryption: what
 * the machine and the libraries give at best. One process serves, another fetches.
 */

const ROWS_AT_ONCE = 2_000;
const COLUMNS =
  'id, zone, neighbourhood, street_id, at, channel, problem, feeling, text, created_by, version';
const PLACES = COLUMNS.split(', ')
  .map((name) => `@${name}`)
  .join();

let pool: pg.Pool | undefined;
let server: Server | undefined;

function connected(): pg.Pool {
  if (pool === undefined) throw new Error('no database');
  return pool;
}

/** Documents as the table's columns name them; places and people by short codes. */
function wireOf(document: SyncDocument) {
  return {
    id: document.id,
    zone: `Z${document.zone}`,
    neighbourhood: `N${document.neighbourhood}`,
    street_id: `S${document.street}`,
    at: document.at,
    channel: document.channel,
    problem: document.problems,
    feeling: document.feeling,
    text: document.text,
    created_by: `O${document.author}`,
    version: document.version,
  };
}

async function insert(documents: readonly object[]): Promise<void> {
  await connected().query(
    `insert into contact (${COLUMNS})
     select ${COLUMNS} from json_to_recordset($1) as d(id uuid, zone text, neighbourhood text,
       street_id text, at timestamptz, channel text, problem text[], feeling text, text text,
       created_by text, version integer)`,
    [JSON.stringify(documents)],
  );
}

/** Reads on while the last rows are sent, and no faster than they are taken. */
async function* lines(): AsyncGenerator<string> {
  const client = await connected().connect();
  try {
    await client.query('begin');
    await client.query(`declare documents no scroll cursor for
      select json_build_object('id', id, 'zone', zone, 'neighbourhood', neighbourhood,
        'street_id', street_id, 'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'channel', channel, 'problem', problem, 'feeling', feeling, 'text', text,
        'created_by', created_by, 'version', version)::text as line
      from contact order by seq`);
    const fetchSome = () => client.query<{ line: string }>(`fetch ${ROWS_AT_ONCE} from documents`);
    for (let next = fetchSome(); ;) {
      const { rows } = await next;
      if (rows.length === 0) break;
      next = fetchSome();
      yield `${rows.map(({ line }) => line).join('\n')}\n`;
    }
    await client.query('commit');
  } finally {
    client.release();
  }
}

const commands = {
  /** @returns the address of the pipe's one answer. */
  async serve(database: string): Promise<string> {
    pool = new pg.Pool({ connectionString: database });
    server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      Readable.from(lines()).pipe(response);
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return `http://127.0.0.1:${address.port}`;
  },
  async seed({ count, seed }: { count: number; seed: number }): Promise<void> {
    await connected().query(`create table contact (
      id uuid primary key, zone text not null, neighbourhood text not null, street_id text not null,
      at timestamptz not null, channel text not null, problem text[] not null, feeling text, text text,
      created_by text not null, version integer not null,
      seq bigint generated always as identity unique)`);
    let some: object[] = [];
    for (const document of makeDocuments(count, seed)) {
      some.push(wireOf(document));
      if (some.length < ROWS_AT_ONCE) continue;
      await insert(some);
      some = [];
    }
    await insert(some);
    await connected().query('analyze contact');
  },
  /** @returns milliseconds, and how many documents are in the file. */
  async fetch({ address, path }: { address: string; path: string }) {
    const file = new Database(path);
    file.pragma('journal_mode = WAL');
    file.pragma('synchronous = FULL');
    file.exec(`create table contact (id text primary key, zone text, neighbourhood text, street_id text,
      at text, channel text, problem text, feeling text, text text, created_by text, version integer
    ) without rowid`);
    const put = file.prepare(`insert into contact values (${PLACES})`);
    const begun = machineTime();
    const { body } = await fetch(address);
    if (body === null) throw new Error('an empty answer');
    file.exec('begin');
    let rest = '';
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      const parts = (rest + chunk).split('\n');
      rest = parts.pop() ?? '';
      for (const line of parts) {
        const { problem, ...plain } = JSON.parse(line) as ReturnType<typeof wireOf>;
        put.run({ ...plain, problem: JSON.stringify(problem) });
      }
    }
    file.exec('commit');
    const milliseconds = machineTime() - begun;
    const contacts = Number(file.prepare('select count(*) from contact').pluck().get());
    file.close();
    return { milliseconds, contacts };
  },
};
export type BarePipeCommands = typeof commands;

serveCommands(commands, async () => {
  server?.closeAllConnections();
  server?.close();
  await pool?.end();
});
