import { WorkbenchError } from '../../errors.ts';
import { CentreError, CentreUnreachable } from '../../sync/centre.ts';

/** What the centre answered, as the page is told it; anything else as it is. */
export function tellRefusal(cause: unknown): unknown {
  if (cause instanceof CentreUnreachable) return new WorkbenchError('CENTRE_UNREACHABLE');
  if (!(cause instanceof CentreError)) return cause;
  const { field = '', retryAfterSeconds = 0 } = cause.data;
  return new WorkbenchError('CENTRE_REFUSED', { code: cause.code, field, retryAfterSeconds });
}
