import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { Broken } from '../simulation/broken.ts';

/** A process that is ended by us and by nobody else. */
export interface Child {
  say(line: string): void;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Waits for it to end by itself, after it was told to. Throws Broken when it was not well. */
  ended(): Promise<void>;
}

export interface ChildOptions {
  /** For the report. */
  readonly name: string;
  readonly script: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Milliseconds by which its clock is wrong. */
  readonly clockShift: number;
  readonly onLine: (line: string) => void;
  /** It ended and nobody had told it to. */
  readonly onCrash: (crash: Broken) => void;
}

const SHIFTED_CLOCK = new URL('shifted-clock.ts', import.meta.url).href;
/** Of what a process complained about, this much is shown when it breaks down. */
const LAST_WORDS = 2_000;

export function startChild(options: ChildOptions): Child {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', SHIFTED_CLOCK, options.script, ...options.arguments],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...options.environment,
        CHAOS_CLOCK_SHIFT: String(options.clockShift),
      },
    },
  );
  let ending = false;
  let complaints = '';
  const { stdin, stdout, stderr } = child;
  if (!stdin || !stdout || !stderr) throw new Error('no pipes');
  stdin.on('error', () => undefined);
  createInterface({ input: stdout }).on('line', options.onLine);
  stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-LAST_WORDS);
  });
  const closed = once(child, 'close').then(([code, signal]): Broken | undefined => {
    if (signal === 'SIGKILL' && ending) return undefined;
    if (code === 0 && ending) return undefined;
    return new Broken(
      `${options.name} goes on until it is told to end (${String(code ?? signal)})\n${complaints}`,
    );
  });
  void closed.then((crash) => {
    if (crash !== undefined) options.onCrash(crash);
  });
  return {
    say(line) {
      stdin.write(`${line}\n`);
    },
    async kill() {
      ending = true;
      child.kill('SIGKILL');
      await closed;
    },
    async ended() {
      ending = true;
      const crash = await closed;
      if (crash !== undefined) throw crash;
    },
  };
}
