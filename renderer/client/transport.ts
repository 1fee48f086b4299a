import type { ClientContext, ClientLink } from '@orpc/client';

/** One living connection to the workbench. */
export interface Transport {
  readonly link: ClientLink<ClientContext>;
  /** Settles when the other side has gone. */
  readonly closed: Promise<void>;
}

/** The workbench did not answer in time, or the connection broke. */
export class NotAnswering extends Error {
  override readonly name = 'NotAnswering';
}

/** The host does not know this window: its launch token was used before or is too old. */
export class WindowRefused extends Error {
  override readonly name = 'WindowRefused';
}

/** Opens a connection; rejects with {@link NotAnswering} or {@link WindowRefused}. */
export type OpenTransport = () => Promise<Transport>;
