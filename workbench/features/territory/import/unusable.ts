import type { UnusableReason } from '#shared/contract/territory.ts';

import { WorkbenchError } from '../../../errors.ts';

/** The file cannot be imported; nothing has been changed. `detail` is a place or a number, never content. */
export function unusable(
  reason: UnusableReason,
  detail: string | number = '',
): WorkbenchError<'IMPORT_UNUSABLE'> {
  return new WorkbenchError('IMPORT_UNUSABLE', { reason, detail: String(detail) });
}
