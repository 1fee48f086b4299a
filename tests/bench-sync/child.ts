import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

/** What a process of the benchmark can be asked; arguments and answers travel as structured clones. */
export type Commands = Readonly<Record<string, (...given: never[]) => Promise<unknown>>>;

interface Question {
  readonly number: number;
  readonly name: string;
  readonly argument: unknown;
}
interface Answer {
  readonly number: number;
  readonly value?: unknown;
  readonly failure?: string;
}

/** A process of the benchmark, and a way to ask it. */
export interface Child<Asked extends Commands> {
  readonly pid: number;
  ask<Name extends keyof Asked & string>(
    name: Name,
    ...given: Parameters<Asked[Name]>
  ): Promise<Awaited<ReturnType<Asked[Name]>>>;
  /** Calls `heard` with whatever the process tells without being asked. */
  onNotice(heard: (notice: unknown) => void): void;
  stop(): Promise<void>;
}

/** Starts `file` of this folder, which calls {@link serveCommands}. */
export function startChild<Asked extends Commands>(file: string): Child<Asked> {
  const path = join(import.meta.dirname, file);
  const child = fork(path, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const open = new Map<number, PromiseWithResolvers<unknown>>();
  const listeners: ((notice: unknown) => void)[] = [];
  let count = 0;
  child.on('message', (message: Answer | { readonly notice: unknown }) => {
    if ('notice' in message) {
      for (const heard of listeners) heard(message.notice);
      return;
    }
    const waiting = open.get(message.number);
    open.delete(message.number);
    if (message.failure === undefined) waiting?.resolve(message.value);
    else waiting?.reject(new Error(`${file}: ${message.failure}`));
  });
  const ended = endOf(child);
  void ended.then(() => {
    for (const waiting of open.values()) waiting.reject(new Error(`${file} has ended`));
  });
  return {
    pid: child.pid ?? 0,
    ask(name, ...[argument]) {
      const number = (count += 1);
      const waiting = Promise.withResolvers<unknown>();
      open.set(number, waiting);
      child.send({ number, name, argument } satisfies Question);
      return waiting.promise as Promise<never>;
    },
    onNotice: (heard) => void listeners.push(heard),
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** In the process: answers what its parent asks, and ends, after `close`, when the parent lets go of it. */
export function serveCommands(commands: Commands, close: () => Promise<void>): void {
  process.on('message', ({ number, name, argument }: Question) => {
    const command = commands[name];
    const answered = command
      ? command(argument as never)
      : Promise.reject(new Error(`there is no ${name}`));
    answered.then(
      (value) => process.send?.({ number, value } satisfies Answer),
      (cause: unknown) => process.send?.({ number, failure: String(cause) } satisfies Answer),
    );
  });
  process.once('disconnect', () => void close().finally(() => process.exit()));
}

/** In the process: tells the parent something it did not ask for. */
export function tellParent(notice: unknown): void {
  process.send?.({ notice });
}

/** Milliseconds on a clock that all processes of the machine share. */
export function machineTime(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
