import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const HOST = join(import.meta.dirname, '../../../out/loopback/main.js');
/** Makes the clock of a process wrong. */
const SHIFTED_CLOCK = join(import.meta.dirname, '../../chaos/shifted-clock.ts');
const LONGEST_START = 90_000;

export interface LoopbackProcess {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly pid: number;
  /** An address with a token that was not used yet. */
  launchAddress(): Promise<string>;
  /** Nobody reads any more what it says, and it is made to say something. */
  loseTerminal(): void;
  /** Ctrl-C; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** As a power cut does: the process gets no chance to do anything more. */
  kill(): Promise<void>;
}

/** Starts the built loopback host as `npm start` does, without a browser. */
export async function startLoopbackProcess(
  profileDirectory: string,
  options: { readonly demo: boolean; readonly clockShiftMs?: number },
): Promise<LoopbackProcess> {
  const { clockShiftMs } = options;
  const child = spawn(
    process.execPath,
    [
      ...(clockShiftMs === undefined ? [] : ['--import', SHIFTED_CLOCK]),
      HOST,
      '--profile',
      profileDirectory,
      '--no-browser',
      ...(options.demo ? ['--demo'] : []),
    ],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, CHAOS_CLOCK_SHIFT: String(clockShiftMs ?? 0) },
    },
  );
  let errors = '';
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const addresses: string[] = [];
  const waiting: ((address: string) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    const address = /http:\/\/\S+#token=\S+/.exec(line)?.[0];
    if (address === undefined) return;
    const next = waiting.shift();
    if (next) next(address);
    else addresses.push(address);
  });
  const nextAddress = () =>
    new Promise<string>((resolve, reject) => {
      const printed = addresses.shift();
      if (printed !== undefined) {
        resolve(printed);
        return;
      }
      const limit = setTimeout(() => {
        reject(new Error(`the host printed no address in time\n${errors}`));
      }, LONGEST_START);
      child.once('exit', (code) => {
        reject(new Error(`the host ended with ${String(code)}\n${errors}`));
      });
      waiting.push((address) => {
        clearTimeout(limit);
        resolve(address);
      });
    });

  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  let first: string | undefined = await nextAddress();
  return {
    origin: new URL(first).origin,
    pid: child.pid ?? 0,
    launchAddress() {
      const unused = first;
      first = undefined;
      if (unused !== undefined) return Promise.resolve(unused);
      child.stdin.write('\n');
      return nextAddress();
    },
    loseTerminal() {
      child.stdout.destroy();
      child.stderr.destroy();
      child.stdin.write('\n');
    },
    async stop() {
      if (hasEnded()) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      const limit = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await ended;
      clearTimeout(limit);
      return child.exitCode;
    },
    async kill() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
