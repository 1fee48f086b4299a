import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../central/main.ts', import.meta.url));

/** A centre as an administrator starts it: `npm run central -- serve`. */
export interface CentralProcess {
  readonly address: string;
  readonly child: ChildProcess;
  /** What it logged so far, one JSON object a line. */
  log(): string;
  /** Asks it to end, and gives the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

type Settings = Readonly<Record<string, string>>;

function start(given: readonly string[], settings: Settings): ChildProcess {
  const names = Object.entries(settings).map(([name, value]) => [
    `WIJKWERK_CENTRAL_${name}`,
    value,
  ]);
  return spawn(process.execPath, [MAIN, ...given], {
    env: { PATH: process.env['PATH'], ...(Object.fromEntries(names) as Settings) },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Runs one command to its end. */
export async function runCentral(
  given: readonly string[],
  settings: Settings,
  input = '',
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  const child = start(given, settings);
  let [out, err] = ['', ''];
  child.stdout?.on('data', (chunk) => (out += String(chunk)));
  child.stderr?.on('data', (chunk) => (err += String(chunk)));
  child.stdin?.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

export async function serveCentral(settings: Settings): Promise<CentralProcess> {
  const child = start(['serve'], { PORT: '0', ...settings });
  const closed = once(child, 'close') as Promise<[number | null]>;
  const lines: string[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  if (child.stderr === null) throw new Error('no output');
  createInterface({ input: child.stderr }).on('line', (line) => {
    lines.push(line);
    if (line.includes('"central.listening"')) {
      resolve(String((JSON.parse(line) as { address: unknown }).address));
    }
  });
  void closed.then(() => reject(new Error(`the centre ended: ${lines.join('\n')}`)));
  return {
    address: await promise,
    child,
    log: () => lines.join('\n'),
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      const [code] = await closed;
      return code;
    },
  };
}
