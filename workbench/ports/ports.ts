import type { Instant } from '#shared/lib/dates.ts';

/** The present moment, UTC. */
export interface Clock {
  now(): Instant;
  /** Milliseconds on a clock that never goes back, for waiting and idle times. */
  monotonic(): number;
}

/** Random bytes fit for keys and ids. */
export interface Entropy {
  bytes(count: number): Uint8Array;
}

/**
 * The operating system's key store, as a second wrapping of the data key.
 * `available` is false where there is none, or where it would only obfuscate.
 */
export interface KeyStore {
  available(): Promise<boolean>;
  seal(secret: Uint8Array): Promise<Uint8Array>;
  /** Rejects when the sealed bytes are not of this system's store. */
  unseal(sealed: Uint8Array): Promise<Uint8Array>;
}

/**
 * Where the workbench tells what happened. Only codes and counts: never a name, a text that somebody
 * typed, a path or a key. The types leave no room for more.
 */
export interface Log {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  error(event: string, facts?: LogFacts): void;
}
export type LogFacts = Readonly<Record<string, number | boolean | LogCode>>;
/** A code out of a fixed list: letters, digits, hyphen, underscore, dot. */
export type LogCode = string;

export interface WorkbenchPorts {
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly keyStore: KeyStore;
  readonly log: Log;
  /** The folder that holds everything of this desk. */
  readonly profileDirectory: string;
  readonly host: 'electron' | 'loopback';
  readonly appVersion: string;
  /**
   * Opens the page of a provider of identities in the system's browser. Without it the page of the
   * workbench, which is in a browser already, shows a link.
   */
  readonly openSignInPage?: (address: string) => void;
  /** Put the demo town into an empty profile folder and show its passphrase. */
  readonly demo: boolean;
}
