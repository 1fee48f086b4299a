import { WorkbenchError } from '../../errors.ts';

const HERE: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * The address of a centre out of what was typed: `centre.example` is `https://centre.example`. Without TLS
 * only on this machine. Throws INVALID_FIELD (field `address`).
 */
export function centreAddress(typed: string): string {
  const text = /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || url.username !== '' || url.password !== '' || !/^https?:$/.test(url.protocol)) {
    throw new WorkbenchError('INVALID_FIELD', { field: 'address', reason: 'invalid' });
  }
  if (url.protocol === 'http:' && !HERE.includes(url.hostname)) {
    throw new WorkbenchError('INVALID_FIELD', { field: 'address', reason: 'not-encrypted' });
  }
  return url.origin;
}
