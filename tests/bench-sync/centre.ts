import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const PROGRAM = join(import.meta.dirname, '../../central/main.ts');
/** Every desk of the benchmark comes from one address. */
const REQUESTS_PER_MINUTE = '1000000';

export interface RunningCentre {
  readonly address: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** The centre as it is run: a process of its own, on a database that has been migrated. */
export async function startCentre(database: string): Promise<RunningCentre> {
  const child = spawn(process.execPath, [PROGRAM, 'serve'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      WIJKWERK_CENTRAL_DATABASE: database,
      WIJKWERK_CENTRAL_PORT: '0',
      WIJKWERK_CENTRAL_REQUESTS_PER_MINUTE: REQUESTS_PER_MINUTE,
      // What is measured is how long all of them take: none is sent away.
      WIJKWERK_CENTRAL_PUSHES_AT_ONCE: '10000',
    },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const listening = Promise.withResolvers<string>();
  createInterface({ input: child.stderr }).on('line', (line) => {
    const { event, level, address } = eventOf(line);
    if (event === 'central.listening') listening.resolve(address ?? '');
    else if (level !== 'info') process.stderr.write(`${line}\n`);
  });
  void ended.then(() => listening.reject(new Error('the centre ended before it listened')));
  return {
    address: await listening.promise,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function eventOf(line: string): {
  readonly event?: string;
  readonly level?: string;
  readonly address?: string;
} {
  try {
    return JSON.parse(line) as { event: string; level: string; address: string };
  } catch {
    return { level: 'error' };
  }
}
