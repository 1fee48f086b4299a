import type { Clock, Entropy } from '../ports/ports.ts';
import type { ReadHandle, WriteHandle } from './handles.ts';

/** An officer's open file. */
export interface Store {
  readonly read: ReadHandle;
  /**
   * Runs `work` in one immediate transaction; everything it wrote is on disk when the promise resolves
   * and nothing of it when the promise rejects. Transactions follow one another.
   */
  write<Value>(work: (handle: WriteHandle) => Promise<Value>): Promise<Value>;
  /** Who this file belongs to and which desk it is to the centre. */
  readonly identity: FileIdentity;
  readonly clock: Clock;
  readonly entropy: Entropy;
  /** A copy of the whole file, encrypted with the same key, at `path`, which must not exist. */
  copyTo(path: string): Promise<void>;
  close(): Promise<void>;
}

export interface FileIdentity {
  readonly officerId: string;
  readonly deviceId: string;
}
