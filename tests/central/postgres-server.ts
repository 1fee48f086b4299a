import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import pg from 'pg';

/** A PostgreSQL server of our own, in a temporary folder and on a free port. */
export interface PostgresServer {
  readonly folder: string;
  readonly port: number;
  /** A new, empty database. */
  createDatabase(): Promise<string>;
  urlOf(database: string): string;
  /** Runs one of PostgreSQL's own programs, as `pg_dump`. */
  run(program: string, ...given: readonly string[]): Promise<unknown>;
  /** `immediate` is as if its processes had been killed: it has to recover when it starts. */
  stop(mode: 'fast' | 'immediate'): Promise<void>;
  start(): Promise<void>;
  /** Ends the server's first process with `kill -9`; its others find out by themselves. */
  kill(): Promise<void>;
  dispose(): Promise<void>;
}

const run = promisify(execFile);
const isRoot = process.getuid?.() === 0;

/**
 * Programs end in these tests and the machine does not: what the operating system was handed is not lost. A commit is
 * confirmed only once it was handed over (`synchronous_commit` stays on), so that a server that is killed has it.
 */
const UNFLUSHED = ['fsync', 'full_page_writes'].map((one) => `-c ${one}=off`);

/**
 * Starts a server, or says why there can be none here. As root on Debian the package is installed when it
 * is missing; PostgreSQL itself never runs as root.
 */
export async function startPostgres({
  flushes = false,
}: {
  /** Whether a commit waits for the disk, as in a zone; for what measures. */
  readonly flushes?: boolean;
} = {}): Promise<PostgresServer | { readonly missing: string }> {
  const bin = (await findBinaries()) ?? (await install());
  if (bin === undefined) return { missing: 'PostgreSQL 15 or newer is not installed' };
  const user = isRoot ? identityOf('postgres') : undefined;
  if (isRoot && user === undefined) return { missing: 'there is no user postgres to run it as' };

  const folder = await mkdtemp(join(tmpdir(), 'wijkwerk-postgres-'));
  if (user) await chown(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const port = await freePort();
  const command = (name: string, ...args: string[]) =>
    run(join(bin, name), args, {
      cwd: folder,
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
      ...user,
    });
  await command(
    'initdb',
    ...(flushes ? [] : ['--no-sync']),
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
  );

  const server: PostgresServer = {
    folder,
    port,
    urlOf: (database) => `postgres://postgres@127.0.0.1:${port}/${database}`,
    run: (program, ...given) => command(program, ...given),
    async createDatabase() {
      const name = `test_${process.pid}_${(count += 1)}`;
      const client = new pg.Client({ connectionString: server.urlOf('postgres') });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return server.urlOf(name);
    },
    async start() {
      const options = [
        `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`,
        ...(flushes ? [] : UNFLUSHED),
      ].join(' ');
      const log = join(folder, 'log');
      await command('pg_ctl', '-D', data, '-w', '-s', '-l', log, '-o', options, 'start');
    },
    async kill() {
      const [pid] = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n');
      process.kill(Number(pid), 'SIGKILL');
    },
    async stop(mode) {
      await command('pg_ctl', '-D', data, '-w', '-s', '-m', mode, 'stop');
    },
    async dispose() {
      await server.stop('immediate').catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

let count = 0;

async function findBinaries(): Promise<string | undefined> {
  const versions = await readdir('/usr/lib/postgresql').catch((): string[] => []);
  const newest = versions.map(Number).sort((one, other) => other - one)[0];
  return newest !== undefined && newest >= 15 ? `/usr/lib/postgresql/${newest}/bin` : undefined;
}

async function install(): Promise<string | undefined> {
  // Only Debian's own tool, by its full name: where there is none, there is nothing to install with.
  const apt = '/usr/bin/apt-get';
  if (!isRoot || !existsSync(apt)) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(apt, ['update', '-qq'], { env });
  spawnSync(apt, ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], { env });
  return findBinaries();
}

function identityOf(user: string): { uid: number; gid: number } | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, user]));
  if (uid?.status !== 0 || gid?.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
