import type { WorkbenchClient } from '#shared/contract/contract.ts';

/** What a subject imports: each a type of its own. */
export interface ImportKind {
  /** What the user says before choosing a file, or null. */
  readonly choice: unknown;
  readonly inspection: unknown;
  /** How the file is read, for the user to correct. */
  readonly plan: object;
  readonly preview: unknown;
  readonly record: { readonly fileName: string };
}

export interface InspectedFile<K extends ImportKind> {
  readonly uploadId: string;
  readonly choice: K['choice'];
  readonly fileName: string;
  readonly inspection: K['inspection'];
}

export interface ImportProgress {
  readonly type: 'progress';
  readonly phase: 'reading' | 'comparing' | 'writing';
  readonly done: number;
  readonly total: number;
}

interface Chosen<K extends ImportKind> {
  readonly uploadId: string;
  readonly choice: K['choice'];
}

interface Planned<K extends ImportKind> extends Chosen<K> {
  readonly plan: K['plan'];
}

/** The operations of the workbench that import files of a subject. */
export interface ImportWay<K extends ImportKind> {
  inspect(
    client: WorkbenchClient,
    input: Chosen<K>,
    signal: AbortSignal,
  ): Promise<{ readonly inspection: K['inspection']; readonly plan: K['plan'] }>;
  preview(client: WorkbenchClient, input: Planned<K>, signal: AbortSignal): Promise<K['preview']>;
  run(
    client: WorkbenchClient,
    input: Planned<K>,
    signal: AbortSignal,
  ): Promise<
    AsyncIterable<
      | ImportProgress
      | { readonly type: 'done'; readonly record: K['record'] }
      | { readonly type: 'cancelled' }
    >
  >;
}
