import { WorkbenchError } from '../../errors.ts';

const HERE: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * The address of a centre out of what was typed: `centre.example` is `https://centre.example`, and
 * `127.0.0.1:7440` is `http://127.0.0.1:7440`: without TLS only on this machine, where nobody has it. Throws INVALID_FIELD (field `address`).
 */
export function centreAddress(typed: string): string {
  const hasScheme = /^[a-z]+:\/\//i.test(typed);
  const secure = parsed(hasScheme ? typed : `https://${typed}`);
  const url =
    !hasScheme && secure && HERE.includes(secure.hostname) ? parsed(`http://${typed}`) : secure;
  if (!url || url.username !== '' || url.password !== '' || !/^https?:$/.test(url.protocol)) {
    throw new WorkbenchError('INVALID_FIELD', { field: 'address', reason: 'invalid' });
  }
  if (url.protocol === 'http:' && !HERE.includes(url.hostname)) {
    throw new WorkbenchError('INVALID_FIELD', { field: 'address', reason: 'not-encrypted' });
  }
  return url.origin;
}

function parsed(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
