import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A launch token is void after this many milliseconds. */
export const LAUNCH_TOKEN_LIFETIME = 60_000;

/**
 * Who may talk to the workbench. A launch token is handed to the browser and exchanged once for a
 * session secret, which travels as a cookie from then on. Only hashes are kept here.
 */
export interface SessionKeeper {
  /** A new token of 256 bits, good for one exchange within LAUNCH_TOKEN_LIFETIME. */
  issueLaunchToken(): string;
  /**
   * The session secret for an unused token, or null. A used token shown again means that somebody
   * else read it (a process list shows the browser's arguments): its session is then closed too.
   */
  exchange(token: string): string | null;
  /** The name by which an open session is known here, or null. */
  find(secret: string): string | null;
  onRevoked(listener: (session: string) => void): void;
}

interface Launch {
  readonly issuedAt: number;
  session: string | null;
}

/** `monotonic` gives milliseconds that never go back. */
export function createSessionKeeper(monotonic: () => number): SessionKeeper {
  const launches = new Map<string, Launch>();
  const sessions = new Set<string>();
  const listeners: ((session: string) => void)[] = [];

  function revoke(session: string): void {
    sessions.delete(session);
    for (const listener of listeners) listener(session);
  }

  return {
    issueLaunchToken() {
      const token = randomSecret();
      launches.set(digest(token), { issuedAt: monotonic(), session: null });
      return token;
    },
    exchange(token) {
      const launch = launches.get(digest(token));
      if (!launch) return null;
      if (launch.session !== null) {
        revoke(launch.session);
        return null;
      }
      if (monotonic() - launch.issuedAt > LAUNCH_TOKEN_LIFETIME) return null;
      const secret = randomSecret();
      launch.session = digest(secret);
      sessions.add(launch.session);
      return secret;
    },
    find(secret) {
      const session = digest(secret);
      return sessions.has(session) ? session : null;
    },
    onRevoked(listener) {
      listeners.push(listener);
    },
  };
}

/** 256 random bits as text for a URL or a header. */
export function randomSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares without telling by its duration how much was right. */
export function sameSecret(left: string, right: string): boolean {
  return timingSafeEqual(Buffer.from(digest(left)), Buffer.from(digest(right)));
}

/** Looking up a hash, never the secret itself, keeps the timing of the look-up worthless. */
function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
