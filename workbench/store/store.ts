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
  /**
   * As `write`, in which the file comes to belong to another officer id: what `work` records is already that
   * one's. It stays the former one's where `work` answers false or throws.
   */
  becomeOfficer(
    officerId: string,
    work: (handle: WriteHandle) => Promise<boolean>,
  ): Promise<boolean>;
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
