import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { z } from 'zod';

import type { Role } from '#shared/protocol/account.ts';

import { dump, restore } from '../../central/dump-and-restore.ts';
import { openPgliteStore, openServerStore } from '../../central/open-stores.ts';
import { type PostgresServer, startPostgres } from '../../central/postgres-server.ts';

const MAIN = join(import.meta.dirname, '../../../central/main.ts');
const LONGEST_START_MS = 60_000;
const DAY_MS = 86_400_000;

/** The password of every account that a test makes. */
export const CENTRE_PASSWORD = 'zes blauwe boten op het kanaal';

export interface CentreOptions {
  /** The embedded database instead of PostgreSQL: the centre is away while a command runs. */
  readonly embedded?: boolean;
  /** Settings of the centre besides, as it reads them from its environment. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A zone's centre as an administrator runs it: real processes, told by the command line only. */
export interface CentreProcess {
  /** `http://127.0.0.1:<port>`, the same after a restart. */
  readonly address: string;
  readonly zoneId: string;
  /** Everything that was logged so far, one JSON object a line. */
  log(): string;
  /** Makes an account with CENTRE_PASSWORD. @returns the officer's id at the centre. */
  addAccount(login: string, displayName: string, role: Role): Promise<string>;
  /** Tells which areas there are; each a neighbourhood unless it says otherwise. */
  setAreas(
    areas: readonly {
      readonly id: string;
      readonly kind?: 'neighbourhood' | 'district';
      readonly parentId?: string;
    }[],
  ): Promise<void>;
  /** @returns the id of the right. */
  addRight(
    login: string,
    kind: 'neighbourhood' | 'district' | 'zone',
    areaId: string,
  ): Promise<string>;
  /** From today on the right no longer holds. */
  endRight(rightId: string): Promise<void>;
  /** A one-time code for one desk of this account. */
  code(login: string): Promise<string>;
  /** Serves on with a desk, by its name, that was not heard of for so many days. */
  silence(label: string, days: number): Promise<void>;
  /** Any other command; `given` is its standard input. @returns what it printed. */
  command(words: readonly string[], given?: string): Promise<unknown>;
  /**
   * Keeps a backup of what it holds; what this answers puts that back, as the administrator's page says.
   * Undefined where there is no PostgreSQL.
   */
  backUp(): Promise<(() => Promise<void>) | undefined>;
  /** Ends the serving process as an administrator does. */
  stop(): Promise<void>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
  /** Serves again, on the same address. */
  start(): Promise<void>;
  /** Ends everything and removes its data. */
  dispose(): Promise<void>;
}

/** Starts a centre with one zone in it: on a PostgreSQL of its own, or embedded where there is none. */
export async function startCentreProcess(options: CentreOptions = {}): Promise<CentreProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'wijkwerk-centre-'));
  const server = options.embedded ? undefined : await startPostgres();
  const postgres: PostgresServer | undefined =
    server !== undefined && 'port' in server ? server : undefined;
  const port = await freePort();
  const embedded = join(folder, 'database');
  const environment = {
    ...process.env,
    WIJKWERK_CENTRAL_DATABASE: postgres ? await postgres.createDatabase() : `pglite:${embedded}`,
    WIJKWERK_CENTRAL_PORT: String(port),
    ...options.settings,
  };
  const logged: string[] = [];
  let serving: ReturnType<typeof spawnCentre> | undefined;

  const spawnCentre = (words: readonly string[]) => {
    const child = spawn(process.execPath, [MAIN, ...words], {
      env: environment,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    createInterface({ input: child.stderr }).on('line', (line) => logged.push(line));
    return child;
  };
  const run = async (words: readonly string[], given: string): Promise<unknown> => {
    const child = spawnCentre(words);
    let printed = '';
    child.stdout.on('data', (data: Buffer) => (printed += data.toString()));
    child.stdin.end(given);
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}\n${logged.join('\n')}`);
    return JSON.parse(printed) as unknown;
  };
  const start = async (): Promise<void> => {
    const child = spawnCentre(['serve']);
    serving = child;
    await new Promise<void>((resolve, reject) => {
      const fail = (what: string): void => reject(new Error(`${what}\n${logged.join('\n')}`));
      const limit = setTimeout(() => fail('the centre did not listen'), LONGEST_START_MS);
      child.once('exit', (code) => fail(`the centre ended with ${String(code)}`));
      createInterface({ input: child.stderr }).on('line', (line) => {
        if (!line.includes('"central.listening"')) return;
        clearTimeout(limit);
        resolve();
      });
    });
  };
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    const child = serving;
    serving = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  /** The embedded database has one process at a time. */
  const command = async (words: readonly string[], given = ''): Promise<unknown> => {
    const interrupts = postgres === undefined && serving !== undefined;
    if (interrupts) await end('SIGTERM');
    try {
      return await run(words, given);
    } finally {
      if (interrupts) await start();
    }
  };

  await command(['migrate']);
  const zoneId = idOf(await command(['zone', 'add', 'Voorbeeldstad']));
  await start();

  return {
    address: `http://127.0.0.1:${port}`,
    zoneId,
    log: () => logged.join('\n'),
    async addAccount(login, displayName, role) {
      const words = ['account', 'add', zoneId, login, displayName, role];
      const printed = await command(words, `${CENTRE_PASSWORD}\n`);
      return z.object({ officerId: z.string() }).parse(printed).officerId;
    },
    async setAreas(areas) {
      const file = join(folder, 'areas.json');
      const whole = areas.map(({ id, kind = 'neighbourhood', parentId = null }) => ({
        id,
        kind,
        parentId,
      }));
      await writeFile(file, JSON.stringify(whole));
      await command(['areas', 'set', zoneId, file]);
    },
    addRight: async (login, kind, areaId) =>
      idOf(await command(['right', 'add', zoneId, login, kind, areaId])),
    async endRight(rightId) {
      const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' });
      await command(['right', 'end', zoneId, rightId, today.format(new Date())]);
    },
    async code(login) {
      const printed = await command(['code', 'make', zoneId, login]);
      return z.object({ code: z.string() }).parse(printed).code;
    },
    async silence(label, days) {
      await end('SIGTERM');
      const database = environment.WIJKWERK_CENTRAL_DATABASE;
      const store = await (postgres ? openServerStore(database) : openPgliteStore(embedded));
      const desk = (await store.directory.desks(zoneId)).find((one) => one.label === label);
      if (desk === undefined) throw new Error(`there is no desk ${label}`);
      const lastSeenAt = new Date(Date.now() - days * DAY_MS).toISOString();
      await store.directory.putDesk(zoneId, { ...desk, lastSeenAt });
      await store.close();
      await start();
    },
    command,
    async backUp() {
      if (postgres === undefined) return undefined;
      const file = join(postgres.folder, `backup-${randomUUID()}`);
      await dump(postgres, environment.WIJKWERK_CENTRAL_DATABASE, file);
      return async () => {
        await end('SIGTERM');
        environment.WIJKWERK_CENTRAL_DATABASE = await postgres.createDatabase();
        await restore(postgres, environment.WIJKWERK_CENTRAL_DATABASE, file);
        await run(['zone', 'restored', zoneId], '');
        await start();
      };
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    start,
    async dispose() {
      await end('SIGTERM');
      await postgres?.dispose();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function idOf(printed: unknown): string {
  return z.object({ id: z.string() }).parse(printed).id;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
