import type { ChangeTopic } from '#shared/contract/desk.ts';

import type { Log } from './ports/ports.ts';
import type { Store } from './store/store.ts';

/** What a use case works with while an officer's file is open. */
export interface OpenFile {
  readonly store: Store;
  readonly officerName: string;
  readonly log: Log;
  readonly uploads: UploadedFiles;
  /** Tells every window that these topics changed; call it after the transaction, never inside. */
  announce(topics: readonly ChangeTopic[]): void;
  /**
   * How often one of these topics was announced since the file was opened:
   * what was worked out from the file is as good as new as long as this stays the same.
   */
  revision(topics: readonly ChangeTopic[]): number;
  /** Aborted when the desk locks or closes: long work stops at its next step. */
  readonly closing: AbortSignal;
}

/** Files that the page has sent, complete, on the disk of this desk until they are discarded. */
export interface UploadedFiles {
  /** Throws NOT_FOUND (what: 'upload') when there is none, UPLOAD_REFUSED when parts are missing. */
  get(uploadId: string): UploadedFile;
}

export interface UploadedFile {
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  readonly path: string;
}
