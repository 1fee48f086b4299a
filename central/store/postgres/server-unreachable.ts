/** A database server that lets nobody in; `message` says which one and why, and no password. */
export class ServerUnreachable extends Error {
  override readonly name = 'ServerUnreachable';
}

/** By the code of the operating system or of PostgreSQL (its appendix A). */
const WHY: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOENT: 'nothing listens there',
  ENOTFOUND: 'no machine of that name is known',
  EAI_AGAIN: 'no machine of that name is known at the moment',
  EHOSTUNREACH: 'no way leads to that machine',
  ENETUNREACH: 'no way leads to that machine',
  ETIMEDOUT: 'nothing answered',
  ECONNRESET: 'the line was broken',
  '28P01': 'the password is not the right one',
  '28000': 'this user is not let in',
  '3D000': 'it has no database of that name',
  '53300': 'it has no connection left',
  '57P03': 'it is starting or stopping',
};

/**
 * What a failure means when the server could not be reached or did not let us in.
 *
 * @param url `postgres://user:password@host:port/name`, as it is configured.
 * @returns undefined for any other failure.
 */
export function serverUnreachable(url: string, cause: unknown): ServerUnreachable | undefined {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const why = WHY[code];
  const place = URL.parse(url);
  if (why === undefined || place === null) return undefined;
  const host = place.searchParams.get('host') ?? (place.hostname || 'this machine');
  const port = place.port === '' ? '' : `:${place.port}`;
  const name = decoded(place.pathname.slice(1));
  const user = decoded(place.username);
  const said = [
    `The database server at ${host}${port}`,
    name === '' ? '' : `database ${name}`,
    user === '' ? '' : `user ${user}`,
  ].filter(Boolean);
  return new ServerUnreachable(
    `${said.join(', ')}: ${why} (${code}). See WIJKWERK_CENTRAL_DATABASE.`,
    { cause },
  );
}

/** As it stands, where a `%` in it begins no character. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
