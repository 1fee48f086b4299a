import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';

import { CommandError } from './commands/command.ts';
import { COMMANDS, explain, runCommand } from './commands/commands.ts';
import { files } from './commands/files.ts';
import { type CentralConfig, ConfigError, readConfig } from './config/config.ts';
import { CentralError } from './errors.ts';
import { createServer } from './http/server.ts';
import type { CentralLog, Centre } from './ports.ts';
import { clearTraces } from './pull/progress.ts';
import { FolderInUse } from './store/pglite/folder-lock.ts';
import { DatabaseUnopenable } from './store/pglite/pglite-database.ts';
import { WrongDatabaseVersion } from './store/postgres/migrate-database.ts';
import { ServerUnreachable } from './store/postgres/server-unreachable.ts';
import {
  isEmbedded,
  jsonLinesLog,
  migrate,
  openStore,
  systemClock,
  systemRandom,
} from './system.ts';

const USAGE = [
  'npm run central -- COMMAND',
  '',
  '  serve                 Serves desks until it is told to end',
  '  migrate               Brings the database to the version of this centre',
  ...Object.values(COMMANDS).map(({ usage, does }) => `  ${usage.padEnd(20)}  ${does}`),
  '',
  'Configuration: WIJKWERK_CENTRAL_DATABASE and others; see central/README.md.',
  '',
].join('\n');

/** How a process ends whose database another one has open. */
const IN_USE = 3;
const SWEEP_MS = 10 * 60_000;

async function main(given: readonly string[]): Promise<number> {
  const [first = '', second = ''] = given;
  const command = COMMANDS[`${first} ${second}`];
  if (command === undefined && first !== 'serve' && first !== 'migrate') {
    const asked = first === '' || first === 'help';
    if (!asked)
      process.stderr.write(`There is no such command: ${first} ${second}`.trim() + '\n\n');
    process.stderr.write(USAGE);
    return asked ? 0 : 2;
  }
  const config = readConfig(process.env);
  const log = jsonLinesLog(process.stderr, systemClock);
  if (first === 'migrate') {
    process.stdout.write(`${JSON.stringify({ from: await migrate(config, log) })}\n`);
    return 0;
  }
  const store = await openStore(config, log);
  const centre: Centre = { store, clock: systemClock, random: systemRandom, log };
  try {
    if (command === undefined) return await serve(centre, config, log);
    const printed = await runCommand(command, { centre, readSecret, ...files }, given.slice(2));
    process.stdout.write(`${JSON.stringify(printed, null, 2)}\n`);
    return 0;
  } finally {
    await store.close();
  }
}

async function serve(centre: Centre, config: CentralConfig, log: CentralLog): Promise<number> {
  const server = createServer(centre, config, appVersion());
  const ended = Promise.withResolvers<string>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => ended.resolve(signal));
  }
  const address = await server.listen().catch((cause: unknown) => {
    throw notListening(cause, config);
  });
  if (isEmbedded(config)) log.warn('database.embedded');
  log.info('central.listening', { address });
  const sweeping = setInterval(() => {
    const failed = (): void => log.warn('sweep.failed');
    sweep(centre, config).catch(failed);
  }, SWEEP_MS);
  const signal = await ended.promise;
  clearInterval(sweeping);
  log.info('central.stopping', { signal });
  await server.stop();
  return 0;
}

/** Why nothing can listen there, for whoever started it; anything else as it is. */
function notListening(cause: unknown, { host, port }: CentralConfig): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  const where = `${host}, port ${port}`;
  if (code === 'EADDRINUSE') {
    return new CommandError(
      `Another program listens at ${where} already. End it, or set WIJKWERK_CENTRAL_PORT.`,
    );
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
    return new CommandError(
      `This machine lets nothing listen at ${where} (${code}). Set WIJKWERK_CENTRAL_HOST or WIJKWERK_CENTRAL_PORT.`,
    );
  }
  return cause;
}

/** Removes secrets that are too old, and traces that no desk needs any more. */
async function sweep(centre: Centre, { traceDays }: CentralConfig): Promise<void> {
  const { directory } = centre.store;
  await directory.sweep(centre.clock.now());
  for (const { id } of await directory.zones()) {
    const traces = await clearTraces(centre, id, traceDays);
    if (traces > 0) centre.log.info('traces.cleared', { traces });
  }
}

function appVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return String((JSON.parse(text) as { version: unknown }).version);
}

async function readSecret(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) {
    lines.close();
    return line;
  }
  throw new CommandError('The password is read from the standard input, which is empty.');
}

// Whoever reads the log may end earlier: then it is lost, and desks are served all the same.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (cause) {
  const refused = cause instanceof CentralError ? explain(cause) : undefined;
  const known =
    cause instanceof ConfigError ||
    cause instanceof CommandError ||
    cause instanceof FolderInUse ||
    cause instanceof DatabaseUnopenable ||
    cause instanceof ServerUnreachable ||
    cause instanceof WrongDatabaseVersion;
  // An error of the database may repeat a value; its code says enough.
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
  process.stderr.write(`${refused ?? (known ? cause.message : `It did not work${code}.`)}\n`);
  process.exitCode = cause instanceof FolderInUse ? IN_USE : 1;
}
