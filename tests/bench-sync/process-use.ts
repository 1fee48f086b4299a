import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { PostgresServer } from '../central/postgres-server.ts';

/** Clock ticks of the processor in a second, as Linux tells them to programs, whatever the kernel's own. */
const TICKS = 100;
const SAMPLE_MS = 100;

/** Memory that a process holds, in megabytes: now, and at most so far. Null where there is no /proc. */
export function memoryOf(pid: number): { readonly now: number; readonly peak: number } | null {
  const status = read(`/proc/${pid}/status`);
  const megabytes = (field: string): number =>
    Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status ?? '')?.[1] ?? Number.NaN) / 1024;
  return status === undefined ? null : { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}

/** Seconds of the processor that these processes have used. */
export function processorSeconds(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + ticksOf(pid) / TICKS, 0);
}

/** Seconds of the processor that a database server and all its connections have used. */
export function databaseSeconds({ folder }: PostgresServer): number {
  const [postmaster] = (read(join(folder, 'data/postmaster.pid')) ?? '').split('\n');
  return processorSeconds(familyOf(Number(postmaster)));
}

/**
 * Microseconds of the processor that each of these spends on one of `count` things while something runs:
 * unlike the time it takes, hardly touched by what else the machine does.
 */
export async function spentOnEach<Name extends string, Value>(
  clocks: Readonly<Record<Name, () => number>>,
  count: number,
  work: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly spent: readonly (readonly [Name, number])[] }> {
  const names = Object.keys(clocks) as Name[];
  const before = names.map((name) => clocks[name]());
  const value = await work();
  const spent = names.map(
    (name, index) => [name, ((clocks[name]() - (before[index] ?? 0)) / count) * 1e6] as const,
  );
  return { value, spent };
}

/** The processes that this one has started, and itself. */
function familyOf(pid: number): readonly number[] {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const children = numbers.filter((number) => statOf(Number(number))?.[1] === String(pid));
  return [pid, ...children.map(Number)];
}

/** Watches what a process holds while something runs: the most in the first half of the time, and in all. */
export async function watchMemory<Value>(
  pids: readonly number[],
  work: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly peaks: readonly MemoryPeaks[] }> {
  const samples: number[][] = pids.map(() => []);
  const sample = (): void => {
    pids.forEach((pid, index) => samples[index]?.push(memoryOf(pid)?.now ?? 0));
  };
  const timer = setInterval(sample, SAMPLE_MS);
  try {
    const value = await work();
    sample();
    const peaks = samples.map((row) => ({
      firstHalf: Math.max(...row.slice(0, Math.ceil(row.length / 2))),
      whole: Math.max(...row),
    }));
    return { value, peaks };
  } finally {
    clearInterval(timer);
  }
}

export interface MemoryPeaks {
  readonly firstHalf: number;
  readonly whole: number;
}

function ticksOf(pid: number): number {
  const fields = statOf(pid);
  // User and system time, its own and that of children that have ended: fields 14 to 17 of proc(5); the
  // first one here is number 3.
  return (fields ?? []).slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
}

/** The fields after the name, which may hold blanks itself. */
function statOf(pid: number): readonly string[] | undefined {
  const stat = read(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
